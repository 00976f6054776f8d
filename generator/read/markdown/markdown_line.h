/* The lines of a markdown document: what each of them is, with the bytes that it takes up. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_LINE_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_LINE_H

#include "read/vocabulary.h"

enum markdown_kind {
	LINE_BLANK,
	LINE_TEXT,
	LINE_HEADING,
	LINE_UNDERLINE, /* of the heading above it */
	LINE_RULE,
	LINE_FENCE, /* opens */
	LINE_FENCED,
	LINE_FENCE_END,
	LINE_INDENTED,
	LINE_HTML,
	LINE_COMMENT, /* of a block that begins with <!-- */
	LINE_FRONT, /* of the front matter, with the lines around it */
	LINE_TABLE_HEAD,
	LINE_TABLE_RULE,
	LINE_TABLE_ROW
};

enum markdown_mark {
	MARK_ITEM = 1 << 0, /* an item of a list begins here */
	MARK_NUMBERED = 1 << 1, /* with a number */
	MARK_QUOTED = 1 << 2, /* stands in a block quote */
	MARK_CONTINUES = 1 << 3, /* a heading that begins in the line above */
	MARK_LAZY = 1 << 4, /* goes on with a paragraph without the marks of its containers */
	MARK_GLUED = 1 << 5, /* begins in the middle of a line of the file */
	MARK_DAMAGED = 1 << 6 /* a fence that is not closed; a heading inside such a fence */
};

/* A line, or one of the two that a line with a glued heading is. */
struct markdown_line {
	uint32_t at; /* the first byte */
	uint32_t text; /* behind the marks of containers, of a heading, and blanks */
	uint32_t end; /* behind the last byte that is no blank */
	uint8_t kind; /* of enum markdown_kind */
	uint8_t level; /* LINE_HEADING: 1 to 6 */
	uint8_t depth; /* how many block quotes and items it stands in */
	uint8_t marks; /* of enum markdown_mark */
};

struct markdown_lines {
	struct str text; /* of the source */
	struct vec items; /* struct markdown_line */
	struct vec headings; /* uint32_t: the lines that are one, in their order */
};

/* Where the first heading behind line `index` begins; the text's length if there is none. */
uint32_t markdown_line_heading(const struct markdown_lines *lines, uint32_t index);

/* Where the line behind `index` begins: the end of this one with its break. */
uint32_t markdown_line_next(const struct markdown_lines *lines, uint32_t index);

/* The text of a line, without marks and blanks around it. */
struct str markdown_line_text(const struct markdown_lines *lines, uint32_t index);

#endif
