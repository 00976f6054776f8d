/* What the parts of the reader of markdown share: the document, and what is found in it. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_READER_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_READER_H

#include "read/markdown/markdown_code.h"
#include "read/markdown/markdown_line.h"

struct markdown_reader {
	struct load *load;
	const struct vocabulary *vocabulary;
	uint32_t source;
	struct str text;
	struct markdown_lines lines;
	struct found *found; /* in the arena of `load` with all that is found */
	struct arena *scratch; /* of all else, until the document is read */
};

/* Line `index` of the document. */
static inline const struct markdown_line *
markdown_reader_line(const struct markdown_reader *reader, uint32_t index)
{
	return &VEC_AT(&reader->lines.items, struct markdown_line, index);
}

/* The value of a slice of the document; without blanks and line breaks at its ends. */
struct found_value markdown_reader_value(
	const struct markdown_reader *reader, struct str slice, enum found_writing writing);

/* Where a slice of the document stands. */
struct span markdown_reader_span(const struct markdown_reader *reader, struct str slice);

/* The bytes from `at` to `end`. */
struct str markdown_reader_slice(const struct markdown_reader *reader, uint32_t at, uint32_t end);

/* The role that a combined text has, of those that are still free in the code. */
enum found_role markdown_reader_advice(const struct found_code *code);

/* A new group, the title of which is the heading at line `heading`, or none (UINT32_MAX). */
struct found_group *markdown_reader_group(struct markdown_reader *reader, uint32_t heading);

#endif
