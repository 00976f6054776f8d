/* Operators of two operands. */
#ifndef ERRSPEC_READ_HEADER_HEADER_OPERATOR_H
#define ERRSPEC_READ_HEADER_HEADER_OPERATOR_H

#include "read/header/header_lexer.h"
#include "read/header/header_result.h"

/* How close the operator binds, from 1 for the loosest; 0 where the token is none. */
unsigned header_operator_level(const struct header_token *token);

/* What the operator makes of its operands; && and || need but the one that decides. */
struct header_result
header_operator_apply(struct str mark, struct header_result a, struct header_result b);

#endif
