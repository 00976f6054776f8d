/* What stands within the lines of comments: commands and references to characters. */
#ifndef ERRSPEC_READ_HEADER_HEADER_INLINE_H
#define ERRSPEC_READ_HEADER_HEADER_INLINE_H

#include "base/buf.h"

/* The command that begins a line, without its mark; .data is NULL where there is none. */
struct str header_inline_command(struct str line);

/*
 * Appends a line, with the commands in it as markdown and, in a comment that is marked as
 * documentation, the characters that references such as &lt; stand for.
 */
void header_inline_add(struct buf *out, struct str line, bool is_marked);

#endif
