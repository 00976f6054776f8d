/* Labels: the words above or before a part of what is said of a code. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_LABEL_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_LABEL_H

#include "read/vocabulary.h"

/* A label at the start of a line; slices of it. */
struct markdown_label {
	struct str word; /* without its marks */
	struct str rest; /* what stands behind it in the line; may be empty */
	int role; /* of enum vocabulary_word; WORD_UNKNOWN: bold, and not in the vocabulary */
	bool is_marked; /* bold, or a tag for it */
};

/*
 * Reads a line's text. False where it does not look like a label: a bold word alone or before a
 * colon, or a word of the vocabulary alone or before a colon.
 */
bool markdown_label_read(
	const struct vocabulary *vocabulary, struct str line, struct markdown_label *label);

/* Whether the role is one that a part of a code's section may have. */
bool markdown_label_is_part(int role);

#endif
