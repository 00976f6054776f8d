/* Whether what has no value looks like a constant all the same. */
#ifndef ERRSPEC_READ_HEADER_HEADER_LIKELY_H
#define ERRSPEC_READ_HEADER_HEADER_LIKELY_H

#include "read/header/header_lexer.h"

/*
 * Whether tokens look like a constant: not so strings, keywords, floating numbers, calls of
 * functions and single small words.
 */
bool header_likely_is_constant(const struct header_token *tokens, uint32_t count);

/* Whether C lets a text be the name of something of a program's own. */
bool header_likely_is_own(struct str text);

#endif
