/* Uses codes, but no message. */
#include "retry.h"

#include "network.h"

bool
retry_helps(int code)
{
	return code == NETWORK_TIMED_OUT;
}
