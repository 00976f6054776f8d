/* Walks: the regular files below a folder, without following symbolic links. */
#ifndef ERRSPEC_BASE_WALK_H
#define ERRSPEC_BASE_WALK_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/limits.h"

/*
 * Appends the path of every regular file below `folder` to `paths`, an empty vec of struct str, in
 * the order of their bytes. `shown` is the folder as people see it. False after a report: a folder
 * cannot be read, or there are more files or levels than the limits allow.
 */
bool walk_files(struct diag_sink *sink, const struct limits *limits, int folder, struct str shown,
	struct vec *paths);

/* Which folders a walk leaves out. */
struct walk_filter {
	bool (*skips)(const void *owner, struct str path); /* of a folder, with a slash behind it */
	const void *owner;
};

/* As walk_files, without what is below folders that the filter skips. */
bool walk_files_but(struct diag_sink *sink, const struct limits *limits, int folder,
	struct str shown, const struct walk_filter *filter, struct vec *paths);

#endif
