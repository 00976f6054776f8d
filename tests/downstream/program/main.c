#include <stdio.h>

#include "network.h"
#include "report.h"
#include "retry.h"
#include "space.h"
#include "storage.h"

int
main(void)
{
	report("storage", STORAGE_DISK_FULL, storage_message(STORAGE_DISK_FULL));
	report("network", NETWORK_HOST_UNKNOWN, network_message(NETWORK_HOST_UNKNOWN));
	bool is_sound = space_is_short(STORAGE_DISK_FULL) && !retry_helps(NETWORK_HOST_UNKNOWN);
	return fflush(stdout) == 0 && is_sound ? 0 : 1;
}
