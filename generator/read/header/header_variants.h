/* Variants: the numbers that a name has in the branches of one condition. */
#ifndef ERRSPEC_READ_HEADER_HEADER_VARIANTS_H
#define ERRSPEC_READ_HEADER_HEADER_VARIANTS_H

#include "read/found.h"
#include "read/header/header_item.h"

/* What repeats an item, by its place in `others`, counted from 1. */
const struct header_item *header_variants_other(const struct header_items *items, uint32_t other);

/*
 * Whether each branch of one condition, the last of which is its #else, gives the item a number for
 * certain, and not all the same one: so that a spec can say them.
 */
bool header_variants_are(const struct header_items *items, const struct header_item *item);

/* Whether the item's name has another number in another place. */
bool header_variants_differ(const struct header_items *items, const struct header_item *item);

/* Where the item begins with what is said of all its variants: their #if stands above them. */
uint32_t header_variants_at(const struct header_items *items, const struct header_item *item);

/*
 * The item that has the number of a code: of variants that in the #else, else the item itself.
 */
const struct header_item *
header_variants_base(const struct header_items *items, const struct header_item *item);

/* Lets the code have the further numbers of the item, and its variants if they are such. */
void header_variants_add(struct arena *arena, struct found_code *code,
	const struct header_items *items, const struct header_item *item);

#endif
