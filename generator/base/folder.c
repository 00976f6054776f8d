#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/path.h"

enum { TO_REFER = O_PATH | O_DIRECTORY | O_CLOEXEC };

struct folder_made {
	int base;
	struct str path;
};

struct folder_kept {
	int base;
	struct str path;
	int descriptor;
};

bool
folder_name(struct folder_name *name, struct str path)
{
	bool has_nul = str_find(path, 0, '\0') < path.length;
	name->bytes[0] = '\0';
	if (has_nul || path.length >= sizeof(name->bytes)) {
		errno = has_nul ? ENOENT : ENAMETOOLONG;
		return false;
	}
	if (path.length > 0) {
		memcpy(name->bytes, path.data, path.length);
	}
	name->bytes[path.length] = '\0';
	return true;
}

struct str
folder_last(struct str path)
{
	return str_skip(path, path_folder(path).length);
}

/* The path without slashes at its end, unless it is the root. */
static struct str
bare(struct str path)
{
	while (path.length > 1 && path.data[path.length - 1] == '/') {
		path.length--;
	}
	return path;
}

/* The folder above. */
static struct str
above(struct str path)
{
	return bare(path_folder(path));
}

int
folder_open(int base, struct str path)
{
	struct folder_name name;
	if (!folder_name(&name, path.length == 0 ? STR(".") : bare(path))) {
		return -1;
	}
	return base == AT_FDCWD ? disk_openat(base, name.bytes, TO_REFER, 0)
				: beneath_open(base, name.bytes, TO_REFER);
}

int
folder_open_last(int base, struct str path, struct folder_name *last)
{
	folder_name(last, folder_last(path));
	return folder_open(base, path_folder(path));
}

int
folder_nearest(int base, struct str path)
{
	int folder = folder_open(base, path);
	while (folder < 0 && errno == ENOENT && path.length > 0) {
		path = above(path);
		folder = folder_open(base, path);
	}
	return folder;
}

/* Leaves errno alone. */
static bool
is_link(int folder, const char *name)
{
	struct stat status;
	int error = errno;
	bool is_one =
		fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
	errno = error;
	return is_one;
}

/* Makes the last folder of a path if it is missing. */
static bool
make_last(struct folders *folders, int base, struct str path)
{
	struct folder_name last;
	int folder = folder_open(base, path);
	if (folder >= 0 || errno != ENOENT) {
		disk_close(folder);
		return folder >= 0;
	}
	int parent = folder_open_last(base, path, &last);
	bool made = parent >= 0 && mkdirat(parent, last.bytes, 0777) == 0;
	if (made) {
		struct folder_made record = {base, arena_copy(folders->arena, path)};
		VEC_PUSH(&folders->made, folders->arena, struct folder_made, record);
	}
	if (!made && parent >= 0 && errno == EEXIST && is_link(parent, last.bytes)) {
		errno = BENEATH_NOWHERE;
	}
	disk_close(parent);
	return made || (parent >= 0 && errno == EEXIST);
}

int
folder_make(struct folders *folders, int base, struct str path)
{
	int folder = folder_open(base, path);
	if (folder >= 0 || errno != ENOENT) {
		return folder;
	}
	for (size_t end = 0; end < path.length;) {
		end = str_find(path, end + 1, '/');
		if (!make_last(folders, base, str_head(path, end))) {
			return -1;
		}
	}
	return folder_open(base, path);
}

/* The folder that is open; -1 if it is not. */
static int
kept_folder(const struct folders *folders, int base, struct str path)
{
	int64_t index = table_get(&folders->kept_at[base == AT_FDCWD], path);
	if (index == TABLE_NONE) {
		return -1;
	}
	const struct folder_kept *kept = &VEC_AT(&folders->kept, struct folder_kept, index);
	return kept->base == base && str_equal(kept->path, path) ? kept->descriptor : -1;
}

/* Keeps a folder that was opened; -1: it was not. */
static int
keep(struct folders *folders, int base, struct str path, int descriptor)
{
	struct folder_kept folder = {base, path, descriptor};
	if (descriptor >= 0 && folders->kept.count > folders->kept_max) {
		folders->kept.count--;
		disk_close(
			VEC_AT(&folders->kept, struct folder_kept, folders->kept.count).descriptor);
	}
	if (descriptor >= 0) {
		table_put(&folders->kept_at[base == AT_FDCWD], folders->arena, path,
			folders->kept.count);
		VEC_PUSH(&folders->kept, folders->arena, struct folder_kept, folder);
	}
	return descriptor;
}

int
folder_enter(struct folders *folders, int base, struct str path)
{
	int kept = kept_folder(folders, base, path);
	return kept >= 0 ? kept : keep(folders, base, path, folder_open(base, path));
}

int
folder_enter_new(struct folders *folders, int base, struct str path)
{
	int kept = kept_folder(folders, base, path);
	return kept >= 0 ? kept : keep(folders, base, path, folder_make(folders, base, path));
}

void
folder_leave(struct folders *folders)
{
	for (uint32_t i = 0; i < folders->kept.count; i++) {
		disk_close(VEC_AT(&folders->kept, struct folder_kept, i).descriptor);
	}
	folders->kept.count = 0;
	memset(folders->kept_at, 0, sizeof(folders->kept_at));
}

int
folder_root(struct folders *folders)
{
	folders->root = folder_make(folders, folders->base, folders->path);
	return folders->root;
}

/* False where it is not empty, or not there. */
static bool
remove_last(int base, struct str path)
{
	struct folder_name last;
	int parent = folder_open_last(base, path, &last);
	bool removed = parent >= 0 && unlinkat(parent, last.bytes, AT_REMOVEDIR) == 0;
	disk_close(parent);
	return removed;
}

void
folder_unmake(struct folders *folders)
{
	while (folders->made.count > 0) {
		folders->made.count--;
		struct folder_made *made =
			&VEC_AT(&folders->made, struct folder_made, folders->made.count);
		remove_last(made->base, made->path);
	}
}

void
folder_remove_empty(int base, struct str path)
{
	while (path.length > 0 && remove_last(base, path)) {
		path = above(path);
	}
}
