/* Comments: which of them speak of a constant, and which of all that follow. */
#ifndef ERRSPEC_READ_HEADER_HEADER_COMMENT_H
#define ERRSPEC_READ_HEADER_HEADER_COMMENT_H

#include "read/header/header_lexer.h"
#include "base/source.h"

/* The text of a header and the comments in it. */
struct header_file {
	uint32_t source;
	struct str text;
	struct vec comments; /* struct header_comment */
};

/* Some comments in a row, that are read as one; `count` 0: none. */
struct header_comments {
	uint32_t first; /* index into those of the file */
	uint32_t count;
};

/* The comments directly above what begins at this byte, or before it in its line. */
struct header_comments header_comment_before(const struct header_file *file, uint32_t at);

/* The comments behind what ends at this byte, in its line and, aligned, in those below. */
struct header_comments header_comment_behind(const struct header_file *file, uint32_t end);

/* The comments above the byte with an empty line between, if nothing else is between. */
struct header_comments header_comment_apart(const struct header_file *file, uint32_t at);

/* The comment with this index, and those below that go on from line to line. */
struct header_comments header_comment_rows(const struct header_file *file, uint32_t first);

/* The first byte that is no blank and in no comment; `end` where all are. */
uint32_t header_comment_skip(const struct header_file *file, uint32_t from, uint32_t end);

/* Whether a comment begins before the byte and ends behind it. */
bool header_comment_crosses(const struct header_file *file, uint32_t at);

/* Whether an empty line stands above them, or nothing at all. */
bool header_comment_is_set_off(const struct header_file *file, struct header_comments comments);

/* Whether they are marked as documentation. */
bool header_comment_is_marked(const struct header_file *file, struct header_comments comments);

/* Whether a line is for formatters, linters or editors, so that it tells people nothing. */
bool header_comment_is_directive(struct str line);

/* Where they begin and end. */
struct span header_comment_span(const struct header_file *file, struct header_comments comments);

#endif
