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
leftover_lock(int folder)
{
	int lock = file_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	while (lock >= 0 && flock(lock, LOCK_EX) != 0) {
		if (errno != EINTR) {
			close(lock);
			lock = -1;
		}
	}
	return lock;
}

/* Opens a folder for listing; NULL on failure. */
static DIR *
open_list(int base, struct str path)
{
	int folder = folder_open(base, path);
	int listed =
		folder < 0 ? -1 : file_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	DIR *list = listed < 0 ? NULL : fdopendir(listed);
	if (list == NULL) {
		folder_close(listed);
	}
	folder_close(folder);
	return list;
}

void
leftover_sweep(int base, struct str path)
{
	DIR *list = open_list(base, path);
	for (struct dirent *entry = list == NULL ? NULL : readdir(list); entry != NULL;
		entry = readdir(list)) {
		if (temp_is_name(str_from(entry->d_name))) {
			unlinkat(dirfd(list), entry->d_name, 0);
		}
	}
	if (list != NULL) {
		closedir(list);
	}
}
