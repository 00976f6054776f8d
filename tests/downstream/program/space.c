/* Uses codes, but no message. */
#include "space.h"

#include "storage.h"

bool
space_is_short(int code)
{
	return code == STORAGE_DISK_FULL;
}
