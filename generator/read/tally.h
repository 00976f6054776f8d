/* Tallies: how often each text was found, as labels that files repeat. */
#ifndef ERRSPEC_READ_TALLY_H
#define ERRSPEC_READ_TALLY_H

#include "base/table.h"
#include "base/vec.h"

struct found_value;

struct tally_item {
	struct str text;
	const struct found_value *first; /* the value that said it first */
	uint32_t count;
};

/* A zeroed one is empty. */
struct tally {
	struct table numbers; /* by the text → `items` */
	struct vec items; /* struct tally_item */
};

/* Counts a text, which must stay. */
void tally_add(
	struct tally *tally, struct arena *arena, struct str text, const struct found_value *value);

/* The text that was counted most often, the first of several; NULL if none was. */
const struct tally_item *tally_most(const struct tally *tally);

#endif
