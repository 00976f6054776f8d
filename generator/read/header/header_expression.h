/* Integer constant expressions: what a compiler makes of them. */
#ifndef ERRSPEC_READ_HEADER_HEADER_EXPRESSION_H
#define ERRSPEC_READ_HEADER_HEADER_EXPRESSION_H

#include "read/header/header_constant.h"
#include "read/header/header_type.h"

/* What the names in expressions stand for. */
struct header_names {
	struct header_scopes scopes;
	struct header_constants constants;
	struct header_types types;
};

/* The value of tokens in which all macros are replaced. */
struct header_result header_expression_value(
	const struct header_names *names, const struct header_token *tokens, uint32_t count);

/* Whether the tokens are one operand, whatever stands before and behind them. */
bool header_expression_is_operand(const struct header_token *tokens, uint32_t count);

#endif
