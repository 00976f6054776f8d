/* Cover: whether the branches that a constant stands in are all there are. */
#ifndef ERRSPEC_READ_HEADER_HEADER_COVER_H
#define ERRSPEC_READ_HEADER_HEADER_COVER_H

#include "read/header/header_item.h"

/*
 * Whether the item, or one that repeats it, is there whatever the conditions say. Uses the vector
 * for its work, which need not be empty.
 */
bool header_cover_is_whole(
	const struct header_items *items, const struct header_item *item, struct vec *work);

#endif
