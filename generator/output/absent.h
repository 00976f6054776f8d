/*
 * Absent files: what a run would have read if it were there. That one has come shows in the folder
 * where it was looked for, whose time changes.
 */
#ifndef ERRSPEC_OUTPUT_ABSENT_H
#define ERRSPEC_OUTPUT_ABSENT_H

#include "base/arena.h"
#include "base/vec.h"

/*
 * Appends to `folders`, once each, the nearest folders above the `missed` paths that are there; all
 * are vecs of struct str. A folder that one of the `written` files stands in is left out: each run
 * changes it.
 */
void absent_watch(struct vec *folders, struct arena *arena, const struct vec *missed,
	const struct vec *written);

#endif
