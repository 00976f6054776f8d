/*
 * The outline of a markdown document as a CommonMark reader sees it. It knows CommonMark better
 * than anybody, and nothing of bytes; it is what the own reading of lines is held against.
 */
#ifndef ERRSPEC_READ_MARKDOWN_OUTLINE_H
#define ERRSPEC_READ_MARKDOWN_OUTLINE_H

#include <stdbool.h>

#include "base/vec.h"

enum outline_kind { OUTLINE_HEADING, OUTLINE_TABLE, OUTLINE_FENCE };

struct outline_item {
	uint32_t at; /* of its first text, in bytes; items without any are left out */
	uint32_t size; /* a heading's level, the rows of a table below its headings, else 0 */
	uint8_t kind; /* of enum outline_kind */
};

/*
 * Adds the items of `text` (less than 4 GiB) to `items`, a vec of struct outline_item; positions
 * count from `base`. False, without any, where commonmark_read reads nothing.
 */
bool outline_read(struct vec *items, struct arena *arena, struct str text, uint32_t base);

#endif
