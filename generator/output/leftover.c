#include "output/leftover.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/folder.h"
#include "output/temp.h"

enum { SHARE_TRIES = 1000 }; /* a millisecond each */

/* The open folder again, by a descriptor that can be listed and locked; -1 on failure. */
static int
open_again(int folder)
{
	return disk_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
}

int
leftover_lock(int folder, bool waits)
{
	int lock = open_again(folder);
	while (lock >= 0 && flock(lock, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0) {
		if (errno != EINTR) {
			close(lock);
			lock = -1;
		}
	}
	return lock;
}

bool
leftover_is_name(struct str name)
{
	return temp_is_name(name, TEMP_OF_RUN) || temp_is_name(name, TEMP_ALONE);
}

/* Removes the files of an open folder that have such names. */
static void
sweep(int folder, bool has_run, bool has_alone)
{
	int listed = open_again(folder);
	DIR *list = listed < 0 ? NULL : fdopendir(listed);
	if (list == NULL) {
		disk_close(listed);
		return;
	}
	for (struct dirent *entry; (entry = readdir(list)) != NULL;) {
		struct str name = str_from(entry->d_name);
		if ((has_run && temp_is_name(name, TEMP_OF_RUN)) ||
			(has_alone && temp_is_name(name, TEMP_ALONE))) {
			unlinkat(folder, entry->d_name, 0);
		}
	}
	closedir(list);
}

/* Waits while others have the folder alone: two runs may each want what the other holds. */
static bool
share(int lock)
{
	static const struct timespec pause = {.tv_nsec = 1000000};
	for (int tries = 0; flock(lock, LOCK_SH | LOCK_NB) != 0; tries++) {
		if (tries == SHARE_TRIES || (errno != EWOULDBLOCK && errno != EINTR)) {
			return false;
		}
		nanosleep(&pause, NULL);
	}
	return true;
}

int
leftover_share(int folder)
{
	int lock = open_again(folder);
	if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0) {
		sweep(folder, false, true);
	}
	if (lock >= 0 && !share(lock)) {
		disk_close(lock);
		lock = -1;
	}
	return lock;
}

void
leftover_sweep(int base, struct str path)
{
	int folder = folder_open(base, path);
	int lock = folder < 0 || path.length == 0 ? -1 : leftover_lock(folder, false);
	if (folder >= 0) {
		sweep(folder, true, path.length == 0 || lock >= 0);
	}
	disk_close(lock);
	disk_close(folder);
}

void
leftover_sweep_alone(int folder)
{
	sweep(folder, false, true);
}
