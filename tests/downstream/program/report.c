/* Uses no code of its own, and includes nothing that is generated. */
#include "report.h"

#include <stdio.h>

void
report(const char *space, long code, const char *message)
{
	printf("%s %ld: %s\n", space, code, message);
}
