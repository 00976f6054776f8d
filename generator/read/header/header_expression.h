/* Integer constant expressions: what a compiler makes of them. */
#ifndef ERRSPEC_READ_HEADER_HEADER_EXPRESSION_H
#define ERRSPEC_READ_HEADER_HEADER_EXPRESSION_H

#include "read/header/header_reader.h"

struct header_result {
	struct header_number number;
	struct str fault; /* why there is no number; empty: there is one */
	bool is_doubtful; /* another branch of an unknown condition gives another number */
};

/* The value of tokens in which all macros are replaced. */
struct header_result header_expression_value(
	struct header_reader *reader, const struct header_token *tokens, uint32_t count);

/* Whether the fault is that of a pointer or a floating number. */
bool header_expression_is_foreign(const struct header_result *result);

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
