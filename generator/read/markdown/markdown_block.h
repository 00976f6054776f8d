/* The marks that begin a block of markdown: each is looked for at the start of a text. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_BLOCK_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A fence that is open. */
struct markdown_fence {
	char mark; /* '`' or '~' */
	uint32_t length; /* of marks */
};

/* What begins an item of a list. */
struct markdown_bullet {
	char mark; /* the bullet, or what stands behind the number */
	uint32_t width; /* of the mark with its number */
	bool is_numbered;
	uint32_t number;
};

/* How an HTML block ends. */
enum markdown_html {
	HTML_NONE,
	HTML_RAW, /* </script> and its like */
	HTML_COMMENT,
	HTML_INSTRUCTION,
	HTML_DECLARATION,
	HTML_CDATA,
	HTML_BLOCK, /* an empty line */
	HTML_ANY /* an empty line; does not interrupt a paragraph */
};

/* All of these take the text of a line without its break, from behind its indentation. */

/* The level of an ATX heading, or 0; `*inner` is what stands between its marks. */
uint8_t markdown_block_heading(struct str line, struct str *inner);

/* Whether the line opens a fence; `*inner` is what stands behind it. */
bool markdown_block_fence(struct str line, struct markdown_fence *fence, struct str *inner);

/* Whether the line closes the fence. */
bool markdown_block_fence_end(struct str line, struct markdown_fence fence);

/* Whether the line is a thematic break: three or more of the same mark. */
bool markdown_block_rule(struct str line);

/* The level of heading that the line underlines, or 0. */
uint8_t markdown_block_underline(struct str line);

/* Whether the line begins with the mark of a list's item. */
bool markdown_block_bullet(struct str line, struct markdown_bullet *bullet);

/* The number of columns of the line under a table's headings, or 0. */
uint32_t markdown_block_columns(struct str line);

/* The kind of HTML block that the line begins, of enum markdown_html. */
enum markdown_html markdown_block_html(struct str line);

/* Whether an HTML block of this kind ends in this line. */
bool markdown_block_html_end(enum markdown_html kind, struct str line);

#endif
