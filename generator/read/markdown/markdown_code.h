/* Codes as documents spell them, in headings and in cells of tables. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_CODE_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_CODE_H

#include "read/vocabulary.h"

enum markdown_spelling {
	SPELLING_NONE,
	SPELLING_WORDS, /* several words, or none that a program would use */
	SPELLING_NAME, /* letters, digits and what joins them */
	SPELLING_CONSTANT, /* a name in capitals */
	SPELLING_CATCH_ALL, /* a word of the vocabulary for all other codes */
	SPELLING_ORDINAL, /* a number of one or two digits, or with points: it may count chapters */
	SPELLING_NUMBER /* any other number, or a range of them */
};

/* A code in its surroundings; both are slices of what was read. */
struct markdown_code {
	struct str code;
	struct str title; /* what stands behind it; may be empty */
	enum markdown_spelling spelling;
};

/* Reads a heading of `CODE Title`; `spelling` is SPELLING_NONE where it is none. */
struct markdown_code
markdown_code_of_heading(const struct vocabulary *vocabulary, struct str heading);

/* Reads a cell that shows a code: the code inside emphasis, links and tags. */
struct markdown_code markdown_code_of_cell(const struct vocabulary *vocabulary, struct str cell);

/* `text` without anchors, tags, links and emphasis around it. */
struct str markdown_code_peel(struct str text);

#endif
