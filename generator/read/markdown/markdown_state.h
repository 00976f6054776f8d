/* Where the reader of markdown's lines stands: in a line, and in the blocks around it. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_STATE_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_STATE_H

#include "read/markdown/markdown_block.h"
#include "read/markdown/markdown_line.h"

enum { CONTAINERS_MOST = 32, CODE_INDENT = 4 };

enum markdown_leaf { LEAF_NONE, LEAF_PARAGRAPH, LEAF_TABLE, LEAF_FENCE, LEAF_HTML, LEAF_INDENTED };

/* A block quote, or an item of a list. */
struct markdown_container {
	bool is_quote;
	uint32_t indent; /* of an item: in columns, what its lines must have */
};

struct markdown_state {
	struct markdown_lines *lines;
	struct arena *arena;
	const struct vocabulary *vocabulary;
	struct str text;
	struct markdown_container containers[CONTAINERS_MOST];
	uint32_t depth;
	enum markdown_leaf leaf;
	uint32_t leaf_line; /* LEAF_PARAGRAPH, LEAF_FENCE: its first line */
	struct markdown_fence fence; /* LEAF_FENCE */
	enum markdown_html html; /* LEAF_HTML */
	bool is_closed; /* the fence or comment is known to be closed */
	bool is_comment_open; /* no comment is closed in the rest of the document */
	bool is_among_codes; /* the heading of a code came before */
	uint32_t line_at; /* of the line that is read, as the next two */
	uint32_t line_end; /* without the break and blanks before it */
	uint32_t line_next;
	uint32_t at; /* in the line */
	uint32_t column; /* of `at`; inside a tab of which a part is used up */
	uint8_t marks; /* of the line, enum markdown_mark */
};

/* Goes to the line that begins at `at`; it ends in LF, CRLF or CR. */
void markdown_state_enter(struct markdown_state *state, uint32_t at);

/* Adds the line, or the part of it up to line_end, as `kind`; its text begins where `at` is. */
struct markdown_line *markdown_state_add(struct markdown_state *state, enum markdown_kind kind);

/* The columns of blanks that come next. */
uint32_t markdown_state_indent(const struct markdown_state *state);

/* Goes on by `columns` of blanks, or to their end. */
void markdown_state_skip_blanks(struct markdown_state *state, uint32_t columns);

/* Goes on by `count` bytes that are no tabs. */
void markdown_state_skip(struct markdown_state *state, uint32_t count);

/* What is left of the line. */
struct str markdown_state_rest(const struct markdown_state *state);

/* Whether nothing is left of the line. */
bool markdown_state_is_blank(const struct markdown_state *state);

/* Passes the marks of the open containers that the line has; returns how many it has. */
uint32_t markdown_state_match(struct markdown_state *state);

/* Closes what is open beyond `depth` containers. */
void markdown_state_close(struct markdown_state *state, uint32_t depth);

/* Opens a container; false where there are too many. */
bool markdown_state_open(struct markdown_state *state, struct markdown_container container);

#endif
