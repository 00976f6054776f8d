/* Readings: the ways in which a page may show a text, each as a document that CommonMark reads. */
#ifndef ERRSPEC_DATA_READING_H
#define ERRSPEC_DATA_READING_H

#include <stdbool.h>

#include "base/buf.h"

/* Further ways to read a text, beside enum commonmark_reading. */
enum {
	READING_JOINED = 1 << 2, /* one line behind others */
	READING_BARE = 1 << 3, /* without code, and without what only a tag or an autolink is */
	READINGS = 1 << 4
};

/* All ways in which the text may read differently from what it is by itself. */
unsigned reading_worth(struct str text);

/* Whether the ways go together: a line has no tables, and what is bare has no tags. */
bool reading_is_one(unsigned reading);

/*
 * Appends a use of each definition of the text. One that nothing uses is no link yet, but other
 * texts of a page may use it.
 */
void reading_add_labels(struct buf *labels, struct str text);

/*
 * Makes the document of a reading, in which each byte of the text has a byte. Returns how much
 * stands before them. A line feed stands behind the document, as commonmark_read wants.
 */
size_t reading_compose(struct buf *document, struct str labels, struct str text, unsigned reading);

#endif
