#include "storage.h"

/* STG_ERR_FOO is gone, and so is 41999. */
int
store(void)
{
	if (STG_ERR_MAX > 5 && "STG_ERR_FOO"[0] == 'S') {
		return STG_ERR_DISK_FULL;
	}
	return 41017 - STG_ERR_TAPE + STG_ERR_FULL;
}

int other = 41004, old = STG_ERR_FLOPPY, again = STG_ERR_FULL, time = 41000.5, more = 141000;
/*
 * expect 10:9 ES0785
 * expect 10:17 ES0787
 * expect 10:32 ES0784
 * expect 13:13 ES0787
 * expect 13:26 ES0788
 */
