#include "base/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/file.h"
#include "base/folder.h"
#include "errspec.h"

struct walk {
	struct diag_sink *sink;
	const struct limits *limits;
	int folder; /* where it began */
	struct str shown; /* the same as people see it */
	struct vec *paths;
	struct vec folders; /* struct met_folder: those still to be read */
	uint64_t entries; /* seen so far */
	const struct walk_filter *filter; /* NULL: none */
};

/* A folder that was met, by its path: none stays open while others are read. */
struct met_folder {
	struct str path; /* empty: where the walk began */
	uint64_t depth;
	struct disk_file file; /* what stood at the path; others may replace it meanwhile */
};

static const struct span NOWHERE;

static bool
exceeds(struct walk *walk, enum limit limit, uint64_t value)
{
	uint64_t most = walk->limits->value[limit];
	if (value > most) {
		diag_limit(walk->sink, limit, most, NOWHERE, walk->shown);
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
		ARENA_JOIN(walk->sink->arena, walk->shown, STR("/"), path), file_reason(errno));
	return false;
}

/* The next entry; NULL at the end, or, with errno set, where the folder cannot be read. */
static struct dirent *
next_of(DIR *folder)
{
	errno = 0;
	return readdir(folder);
}

/* Takes up one entry of a folder, which is open as `folder`. */
static bool
visit(struct walk *walk, int folder, const char *name, const struct met_folder *met)
{
	struct stat status;
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
		return true;
	}
	if (exceeds(walk, LIMIT_ENTRIES, ++walk->entries)) {
		return false;
	}
	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
		return errno == ENOENT || cannot_read(walk, met->path); /* gone meanwhile */
	}
	struct arena *arena = walk->sink->arena;
	struct str slash = met->path.length > 0 ? STR("/") : STR("");
	struct met_folder below = {ARENA_JOIN(arena, met->path, slash, str_from(name)),
		met->depth + 1, disk_file_of(&status)};
	if (S_ISREG(status.st_mode)) {
		VEC_PUSH(walk->paths, arena, struct str, below.path);
	} else if (S_ISDIR(status.st_mode) && !is_skipped(walk, below.path)) {
		VEC_PUSH(&walk->folders, arena, struct met_folder, below);
	}
	return true;
}

/* Whether this is the folder that was met. */
static bool
is_same(const struct met_folder *met, const struct stat *status)
{
	return met->path.length == 0 || disk_file_is(&met->file, status);
}

static bool
read_folder(struct walk *walk, const struct met_folder *met)
{
	if (exceeds(walk, LIMIT_DEPTH, met->depth)) {
		return false;
	}
	int opened = beneath_open(walk->folder, met->path.length > 0 ? met->path.data : ".",
		O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat status;
	DIR *folder = opened < 0 || fstat(opened, &status) != 0 ? NULL : fdopendir(opened);
	if (folder == NULL) {
		disk_close(opened);
		return cannot_read(walk, met->path);
	}
	bool going = true, is_met = is_same(met, &status);
	struct dirent *entry;
	while (is_met && going && (entry = next_of(folder)) != NULL) {
		going = visit(walk, opened, entry->d_name, met);
	}
	going = going && (!is_met || errno == 0 || cannot_read(walk, met->path));
	closedir(folder);
	return going;
}

static int
compare(const void *left, const void *right)
{
	return str_compare(*(const struct str *)left, *(const struct str *)right);
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
	struct walk walk = {.sink = sink,
		.limits = limits,
		.folder = folder,
		.shown = shown,
		.paths = paths,
		.filter = filter};
	struct met_folder met = {.path = STR("")};
	bool going = read_folder(&walk, &met);
	while (going && walk.folders.count > 0) {
		met = VEC_AT(&walk.folders, struct met_folder, --walk.folders.count);
		going = read_folder(&walk, &met);
	}
	if (going && paths->count > 1) {
		qsort(paths->items, paths->count, sizeof(struct str), compare);
	}
	return going;
}
