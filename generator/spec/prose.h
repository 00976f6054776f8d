/* Prose: causes and actions, in the four shapes that references have. */
#ifndef ERRSPEC_SPEC_PROSE_H
#define ERRSPEC_SPEC_PROSE_H

#include "base/arena.h"
#include "spec/field.h"

enum prose_shape {
	PROSE_ABSENT,
	PROSE_PARAGRAPH, /* one line */
	PROSE_BLOCK, /* markdown of several lines */
	PROSE_LIST, /* items, perhaps with a lead-in */
};

struct prose_list {
	struct text lead; /* may be empty */
	struct vec items; /* struct text */
};

struct prose {
	struct text text; /* the paragraph or block; of a list nothing before prose_join */
	struct prose_list *list; /* NULL unless it is one */
	uint32_t at;
	uint8_t shape; /* of enum prose_shape */
};

extern const struct record prose_record;

/* Sets the text of a list: its lead-in, then each item behind "- " on lines of its own. */
void prose_join(struct prose *prose, struct arena *arena);

/* How many texts there are: the paragraph or block, or the lead-in of a list and its items. */
uint32_t prose_count(const struct prose *prose);

/* One of the texts, as they come; a list that has no lead-in begins with an empty one. */
struct text prose_at(const struct prose *prose, uint32_t index);

#endif
