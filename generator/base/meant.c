#include "base/meant.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/nearest.h"
#include "base/path.h"

/* Opens a folder to be read that is open to refer to files in it; -1 on failure. */
static int
open_to_read(int folder)
{
	int opened =
		folder < 0 ? -1 : disk_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	disk_close(folder);
	return opened;
}

void
meant_suggest(struct arena *arena, struct diag *diag, int folder, struct str path)
{
	struct str parent = path_folder(path);
	struct nearest nearest = nearest_to(str_skip(path, parent.length));
	int descriptor = open_to_read(folder);
	DIR *open = descriptor < 0 ? NULL : fdopendir(descriptor);
	if (open == NULL) {
		disk_close(descriptor);
		return;
	}
	for (struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open)) {
		if (entry->d_name[0] != '.') {
			nearest_consider(&nearest, arena_copy(arena, str_from(entry->d_name)));
		}
	}
	closedir(open);
	if (nearest.best.length > 0) {
		diag_help(diag,
			ARENA_JOIN(arena, STR("did you mean '"), parent, nearest.best, STR("'?")));
	}
}
