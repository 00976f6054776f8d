/*
 * Edits: what turns one text into another, line by line. The shortest way is searched for with
 * bounded effort; beyond it the part that differs is replaced as a whole.
 */
#ifndef ERRSPEC_OUTPUT_EDIT_H
#define ERRSPEC_OUTPUT_EDIT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

/* So many lines stay, then these go and those come. */
struct edit_run {
	uint32_t keep, remove, add;
};

/*
 * Fills `runs`, an empty vec of struct edit_run, with what turns `old` into `new`; with nothing
 * where they are equal. Lines behind the last run stay. A line includes its '\n'.
 */
void edit_find(struct vec *runs, struct arena *arena, struct str old, struct str new);

#endif
