#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/meant.h"
#include "base/path.h"
#include "errspec.h"

struct str
file_reason(int error)
{
	return error == EXDEV              ? STR("a link leads out of its folder")
		: error == BENEATH_OBEYED  ? STR("a link leads to a name that tools obey")
		: error == BENEATH_NOWHERE ? STR("a link leads to nothing")
		: error == ELOOP           ? STR("a link leads to itself")
		: error == ENOTSUP         ? STR("not a regular file")
					   : str_from(strerror(error));
}

bool
file_is_none(int error)
{
	static const int errors[] = {
		ENOENT, ENOTDIR, EISDIR, ELOOP, ENXIO, EXDEV, ENAMETOOLONG, BENEATH_OBEYED};
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
		if (error == errors[i]) {
			return true;
		}
	}
	return false;
}

struct diag *
file_report(struct diag_sink *sink, struct str path, struct span from, int error)
{
	struct diag *diag = DIAG(sink, ERRSPEC_CANNOT_READ, from, path, file_reason(error));
	diag_about(diag, path);
	if (error == EXDEV || error == BENEATH_OBEYED) {
		diag_help(diag,
			STR("put the file itself there; or, where whoever made the links is "
			    "trusted, as with Bazel, Nix or Stow, let 'errspec check' or 'errspec "
			    "generate' follow them with --follow-links"));
	}
	return diag;
}

/* What those who typed a path may read from, and what a path in a file may stand for. */
enum accepted { ALL_BUT_FOLDERS, REGULAR_FILES };

/* Passes an open descriptor on if it is of an accepted kind. */
static int
accept_input(struct diag_sink *sink, int descriptor, enum accepted accepted, struct str path,
	struct span from)
{
	struct stat status = {0};
	int error = descriptor < 0 ? errno : fstat(descriptor, &status) != 0 ? errno : 0;
	if (error == 0 && S_ISDIR(status.st_mode)) {
		error = EISDIR;
	} else if (error == 0 && accepted == REGULAR_FILES && !S_ISREG(status.st_mode)) {
		error = ENOTSUP;
	}
	if (error != 0) {
		file_report(sink, path, from, error);
		if (descriptor >= 0) {
			close(descriptor);
		}
		return -1;
	}
	return descriptor;
}

int
file_open_base(struct arena *arena, struct file_base base)
{
	struct str name = base.folder.length == 0 ? STR(".") : arena_copy(arena, base.folder);
	int flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
	bool is_bound = base.is_default && !base.follows_links;
	int here = is_bound ? disk_openat(AT_FDCWD, ".", flags, 0) : -1;
	int opened = is_bound ? beneath_open(here, name.data, flags)
			      : disk_openat(AT_FDCWD, name.data, flags, 0);
	disk_close(here);
	return opened;
}

/* Whether the path itself leads out of where it begins. */
static bool
leads_out(struct str path)
{
	for (size_t at = 0; at <= path.length; at = str_find(path, at, '/') + 1) {
		struct str rest = str_skip(path, at);
		if (str_equal(str_head(rest, str_find(rest, 0, '/')), STR(".."))) {
			return true;
		}
	}
	return str_starts(path, STR("/"));
}

int
file_open_in(struct arena *arena, struct file_base base, struct str path)
{
	if (base.follows_links && leads_out(path)) {
		errno = EXDEV;
		return -1;
	}
	struct str name = arena_copy(arena, path);
	int folder = file_open_base(arena, base);
	int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC;
	int opened = folder < 0      ? -1
		: base.follows_links ? disk_openat(folder, name.data, flags, 0)
				     : beneath_open(folder, name.data, flags);
	disk_close(folder);
	return opened;
}

enum { FOLDER_FLAGS = O_PATH | O_DIRECTORY | O_CLOEXEC };

/* The name to open the folder of a path by. */
static const char *
folder_name(struct arena *arena, struct str path)
{
	struct str folder = path_folder(path);
	return arena_copy(arena, folder.length == 0 ? STR(".") : folder).data;
}

/*
 * Opens the folder of a path that an input named. Where there is none, the path may begin above the
 * base, most often with the name of that: then `*path` is what is left of it behind such steps.
 */
static int
open_folder_below(struct arena *arena, struct file_base base, struct str *path)
{
	int root = file_open_base(arena, base);
	int opened = root < 0 ? -1 : beneath_open(root, folder_name(arena, *path), FOLDER_FLAGS);
	while (root >= 0 && opened < 0 && str_find(*path, 0, '/') < path->length) {
		*path = str_skip(*path, str_find(*path, 0, '/') + 1);
		opened = beneath_open(root, folder_name(arena, *path), FOLDER_FLAGS);
	}
	disk_close(root);
	return opened;
}

/*
 * Reports that there is no file at `path` below the base, which people see as `whole`, with the one
 * that was meant. Returns -1.
 */
static int
miss(struct diag_sink *sink, struct file_base base, struct str path, struct str whole,
	struct span from)
{
	bool is_typed = path.data == whole.data;
	struct diag *diag = file_report(sink, whole, from, ENOENT);
	if (!diag_is_kept(sink, diag)) {
		return -1;
	}
	int opened = is_typed
		? disk_openat(AT_FDCWD, folder_name(sink->arena, path), FOLDER_FLAGS, 0)
		: open_folder_below(sink->arena, base, &path);
	meant_suggest(sink->arena, diag, opened, path);
	return -1;
}

int
file_open_input(struct diag_sink *sink, struct str path, struct span from)
{
	if (str_equal(path, STR("-"))) {
		return accept_input(sink, dup(STDIN_FILENO), ALL_BUT_FOLDERS, STR("<stdin>"), from);
	}
	struct str name = arena_copy(sink->arena, path);
	int opened = disk_openat(AT_FDCWD, name.data, O_RDONLY | O_CLOEXEC, 0);
	return opened < 0 && errno == ENOENT
		? miss(sink, (struct file_base){0}, path, path, from)
		: accept_input(sink, opened, ALL_BUT_FOLDERS, path, from);
}

struct str
file_astray(int error)
{
	return error == EXDEV              ? STR("out of the working directory")
		: error == BENEATH_OBEYED  ? STR("to a name that tools obey")
		: error == BENEATH_NOWHERE ? STR("to nothing")
		: error == ELOOP           ? STR("to itself")
					   : STR("");
}

int
file_open_default(struct diag_sink *sink, struct str path)
{
	struct span nowhere = {0};
	int opened = file_open_in(sink->arena, (struct file_base){0}, path);
	struct str where = opened < 0 ? file_astray(errno) : STR("");
	if (where.length > 0) {
		DIAG(sink, ERRSPEC_DEFAULT_ESCAPES, nowhere, path, where);
		return -1;
	}
	return accept_input(sink, opened, REGULAR_FILES, path, nowhere);
}

int
file_open_below(struct diag_sink *sink, struct file_base base, struct str path, struct span from)
{
	struct str whole = ARENA_JOIN(sink->arena, base.folder, path);
	struct str fault = path_fault(sink->arena, path);
	if (fault.length > 0) {
		DIAG(sink, ERRSPEC_UNSAFE_PATH, from, path, fault);
		return -1;
	}
	int opened = file_open_in(sink->arena, base, path);
	return opened < 0 && errno == ENOENT
		? miss(sink, base, path, whole, from)
		: accept_input(sink, opened, REGULAR_FILES, whole, from);
}

int
file_open_optional(struct diag_sink *sink, struct file_base base, struct str path, struct span from)
{
	struct str whole = ARENA_JOIN(sink->arena, base.folder, path);
	int opened = file_open_in(sink->arena, base, path);
	if (opened < 0 && errno == ENOENT) {
		source_miss(sink->sources, base.folder, path);
		return -1;
	}
	return accept_input(sink, opened, REGULAR_FILES, whole, from);
}

bool
file_read_all(struct diag_sink *sink, int descriptor, struct str path, struct span from,
	uint64_t limit, struct str name, struct str *text)
{
	struct buf buf = {0};
	bool done = disk_read_to_end(descriptor, limit, &buf);
	int error = errno;
	close(descriptor);
	if (!done) {
		file_report(sink, path, from, error);
	} else if (buf.length > limit) {
		DIAG(sink, ERRSPEC_LIMIT, from, path, name,
			arena_number(sink->arena, (long long)limit));
		done = false;
	}
	*text = buf_keep(sink->arena, &buf);
	return done;
}

bool
file_read_input(
	struct diag_sink *sink, const struct limits *limits, struct str path, struct str *text)
{
	struct str shown = str_equal(path, STR("-")) ? STR("<stdin>") : path;
	int descriptor = file_open_input(sink, path, (struct span){0});
	return descriptor >= 0 &&
		file_read_all(sink, descriptor, shown, (struct span){0}, limits->value[LIMIT_INPUT],
			limit_table[LIMIT_INPUT].name, text);
}
