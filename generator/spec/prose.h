/* Prose: causes and actions, in the four shapes that references have. */
#ifndef ERRSPEC_SPEC_PROSE_H
#define ERRSPEC_SPEC_PROSE_H

#include "spec/field.h"

enum prose_shape {
	PROSE_ABSENT,
	PROSE_PARAGRAPH, /* one line */
	PROSE_BLOCK, /* markdown of several lines */
	PROSE_LIST, /* items, perhaps with a lead-in */
};

struct prose {
	struct text text; /* the paragraph, the block, or the lead-in of the list */
	struct vec items; /* struct text */
	uint32_t at;
	uint8_t shape; /* of enum prose_shape */
};

extern const struct record prose_record;

#endif
