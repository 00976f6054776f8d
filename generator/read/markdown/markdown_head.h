/* Headings of codes: which of a document's headings are some, and how far their sections go. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_HEAD_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_HEAD_H

#include "read/markdown/markdown_label.h"
#include "read/markdown/markdown_reader.h"

struct markdown_head {
	struct markdown_code code;
	uint32_t line;
	uint32_t end; /* the first line that is no part of the section */
	uint8_t level;
	bool has_labels; /* marked ones, or headings */
};

/*
 * Adds the headings that show codes to `heads`, a vec of struct markdown_head. A number of three
 * digits is one, if a label or at least no table stands in its section; any other word or number
 * only with a label.
 */
void markdown_head_find(const struct markdown_reader *reader, struct vec *heads);

/*
 * Whether line `index`, in a section under a heading of `level`, is a label of a part: bold, or a
 * heading; or, where `plain` allows it, a word without marks.
 */
bool markdown_head_label(const struct markdown_reader *reader, uint32_t index, uint8_t level,
	bool plain, struct markdown_label *label);

#endif
