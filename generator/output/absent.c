#include "output/absent.h"

#include <sys/stat.h>

#include "base/disk.h"
#include "base/folder.h"
#include "base/path.h"

/* The folder above a path; "." for the working directory. */
static struct str
above(struct str path)
{
	struct str folder = path_folder(path);
	bool has_slash = folder.length > 1;
	return folder.length == 0 ? STR(".") : str_head(folder, folder.length - has_slash);
}

static bool
is_top(struct str folder)
{
	return str_equal(folder, STR(".")) || str_equal(folder, STR("/"));
}

static bool
is_folder(struct str path, struct stat *status)
{
	struct folder_name name;
	return folder_name(&name, path) && stat(name.bytes, status) == 0 &&
		S_ISDIR(status->st_mode);
}

/* The nearest folder above the path that is there; false where there is none. */
static bool
find_nearest(struct str path, struct str *folder, struct stat *status)
{
	*folder = above(path);
	while (!is_folder(*folder, status)) {
		if (is_top(*folder)) {
			return false;
		}
		*folder = above(*folder);
	}
	return true;
}

void
absent_watch(struct vec *folders, struct arena *arena, const struct vec *missed,
	const struct vec *written)
{
	struct table names = {0}, seen = {0};
	struct stat status;
	for (uint32_t i = 0; i < written->count && missed->count > 0; i++) {
		struct str folder = above(VEC_AT(written, struct str, i));
		bool is_new = table_put(&names, arena, folder, 0) == TABLE_NONE;
		if (is_new && is_folder(folder, &status)) {
			disk_file_note(&seen, arena, &status);
		}
	}
	names = (struct table){0};
	for (uint32_t i = 0; i < missed->count; i++) {
		struct str folder = above(VEC_AT(missed, struct str, i));
		if (table_put(&names, arena, folder, 0) == TABLE_NONE &&
			find_nearest(VEC_AT(missed, struct str, i), &folder, &status) &&
			disk_file_note(&seen, arena, &status)) {
			VEC_PUSH(folders, arena, struct str, folder);
		}
	}
}
