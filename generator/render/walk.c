#include "render/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/file.h"
#include "render/folder.h"

struct walk {
	struct diag_sink *sink;
	const struct limits *limits;
	struct str shown; /* the folder where it began */
	struct vec *paths;
	uint64_t entries; /* seen so far */
	const struct walk_filter *filter; /* NULL: none */
};

static const struct span NOWHERE;

static bool
walk_folder(struct walk *walk, int parent, const char *name, struct str path, uint64_t depth);

static bool
exceeds(struct walk *walk, enum limit limit, uint64_t value)
{
	uint64_t most = walk->limits->value[limit];
	if (value > most) {
		DIAG(walk->sink, ERRSPEC_LIMIT, NOWHERE, walk->shown, limit_table[limit].name,
			arena_number(walk->sink->arena, (long long)most));
	}
	return value > most;
}

static bool
is_skipped(struct walk *walk, struct str path)
{
	const struct walk_filter *filter = walk->filter;
	return filter != NULL &&
		filter->skips(filter->owner, ARENA_JOIN(walk->sink->arena, path, STR("/")));
}

/* Reports that the folder cannot be read, from errno. */
static bool
cannot_read(struct walk *walk, struct str path)
{
	DIAG(walk->sink, ERRSPEC_CANNOT_READ, NOWHERE,
		ARENA_JOIN(walk->sink->arena, walk->shown, STR("/"), path),
		str_from(strerror(errno)));
	return false;
}

/* The next entry; NULL at the end, or, with errno set, where the folder cannot be read. */
static struct dirent *
next_of(DIR *folder)
{
	errno = 0;
	return readdir(folder);
}

/* Takes up one entry of the folder `path`, which is open as `folder`. */
static bool
visit(struct walk *walk, int folder, const char *name, struct str path, uint64_t depth)
{
	struct stat status;
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
		return true;
	}
	if (exceeds(walk, LIMIT_ENTRIES, ++walk->entries)) {
		return false;
	}
	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
		return errno == ENOENT || cannot_read(walk, path); /* gone meanwhile */
	}
	struct arena *arena = walk->sink->arena;
	struct str slash = path.length > 0 ? STR("/") : STR("");
	struct str whole = ARENA_JOIN(arena, path, slash, str_from(name));
	if (S_ISREG(status.st_mode)) {
		VEC_PUSH(walk->paths, arena, struct str, whole);
	}
	return !S_ISDIR(status.st_mode) || is_skipped(walk, whole) ||
		walk_folder(walk, folder, name, whole, depth + 1);
}

static bool
walk_folder(struct walk *walk, int parent, const char *name, struct str path, uint64_t depth)
{
	if (exceeds(walk, LIMIT_DEPTH, depth)) {
		return false;
	}
	int opened = file_openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
	DIR *folder = opened < 0 ? NULL : fdopendir(opened);
	if (folder == NULL) {
		folder_close(opened);
		return cannot_read(walk, path);
	}
	bool going = true;
	struct dirent *entry;
	while (going && (entry = next_of(folder)) != NULL) {
		going = visit(walk, opened, entry->d_name, path, depth);
	}
	going = going && (errno == 0 || cannot_read(walk, path));
	closedir(folder);
	return going;
}

bool
walk_files(struct diag_sink *sink, const struct limits *limits, int folder, struct str shown,
	struct vec *paths)
{
	return walk_files_but(sink, limits, folder, shown, NULL, paths);
}

bool
walk_files_but(struct diag_sink *sink, const struct limits *limits, int folder, struct str shown,
	const struct walk_filter *filter, struct vec *paths)
{
	struct walk walk = {sink, limits, shown, paths, 0, filter};
	return walk_folder(&walk, folder, ".", STR(""), 0);
}
