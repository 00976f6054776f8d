#include "render/leftover.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "render/folder.h"
#include "render/temp.h"

int
leftover_lock(int folder, bool waits)
{
	int lock = file_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
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
	int listed = file_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	DIR *list = listed < 0 ? NULL : fdopendir(listed);
	if (list == NULL) {
		folder_close(listed);
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

void
leftover_sweep(int base, struct str path)
{
	int folder = folder_open(base, path);
	int lock = folder < 0 || path.length == 0 ? -1 : leftover_lock(folder, false);
	if (folder >= 0) {
		sweep(folder, true, path.length == 0 || lock >= 0);
	}
	folder_close(lock);
	folder_close(folder);
}

void
leftover_sweep_alone(int folder)
{
	sweep(folder, false, true);
}
