/* Stretches: the lines where the codes of a group stand, and whether others can stand there. */
#ifndef ERRSPEC_READ_HEADER_HEADER_STRETCH_H
#define ERRSPEC_READ_HEADER_HEADER_STRETCH_H

#include "read/found.h"
#include "read/header/header_comment.h"
#include "read/header/header_item.h"

/* Where the enum with this index, of which the group was made, stands; NULL if it did not end. */
const struct found_stretch *
header_stretch_of_enum(const struct header_file *file, struct arena *arena,
	const struct header_items *items, uint32_t index, const struct found_group *group);

/* Where the macros and constants of a group stand that are in no enum. */
const struct found_stretch *header_stretch_of_run(
	const struct header_file *file, struct arena *arena, const struct found_group *group);

/* Where a function is defined; `unclear` is where it does what is not followed, or 0,
 * and `passed` the first byte that its reader passed over, and 1, or 0. */
const struct found_stretch *header_stretch_of_function(const struct header_file *file,
	struct arena *arena, uint32_t at, uint32_t end, uint32_t unclear, uint32_t passed);

#endif
