/*
 * Sets of globs of paths. Those that stand for themselves are looked up, whatever their number;
 * only those with * or ? are tried one by one.
 */
#ifndef ERRSPEC_BASE_GLOBS_H
#define ERRSPEC_BASE_GLOBS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/table.h"
#include "base/vec.h"

/* A zeroed set is an empty one. */
struct globs {
	struct table
		plain; /* names and paths, without a slash at their ends, that fit what has them */
	struct table folders; /* those that fit folders alone */
	struct vec wild; /* struct str */
};

/* Whether a glob has * or ?, so that it is more than a name or a path. */
bool globs_is_wild(struct str glob);

/* Adds a glob, whose bytes must stay. */
void globs_add(struct globs *globs, struct arena *arena, struct str glob);

/* Whether one of them fits a path, as glob_fits_path has it. */
bool globs_fit_path(const struct globs *globs, struct str path);

#endif
