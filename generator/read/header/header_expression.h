/* Integer constant expressions: what a compiler makes of them. */
#ifndef ERRSPEC_READ_HEADER_HEADER_EXPRESSION_H
#define ERRSPEC_READ_HEADER_HEADER_EXPRESSION_H

#include "read/header/header_reader.h"
#include "read/header/header_result.h"

/* The value of tokens in which all macros are replaced. */
struct header_result header_expression_value(
	struct header_reader *reader, const struct header_token *tokens, uint32_t count);

/*
 * Whether tokens without a value look like a constant all the same: not so strings, keywords,
 * floating numbers, calls of functions and single small words.
 */
bool header_expression_is_likely(const struct header_token *tokens, uint32_t count);

/*
 * Whether the macro has a value that does not depend on what stands around it, as a number, a name
 * and all in parentheses have; it is then in the macro.
 */
bool header_expression_settle(struct header_reader *reader, struct header_macro *macro);

#endif
