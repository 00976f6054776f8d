/* Uses of macros with arguments. */
#ifndef ERRSPEC_READ_HEADER_HEADER_CALL_H
#define ERRSPEC_READ_HEADER_HEADER_CALL_H

#include "read/header/header_lexer.h"
#include "read/header/header_macro.h"

struct header_call {
	const struct header_definition *definition;
	const struct header_token *tokens; /* from behind the parenthesis on */
	struct vec starts; /* uint32_t: where each argument begins; and behind the last comma's */
};

/* Finds the arguments; returns how many tokens they and the last parenthesis take, or 0. */
uint32_t header_call_read(struct header_call *call, struct arena *arena, uint32_t count);

/* Which parameter the token is; the count of them where it is none. */
uint32_t header_call_parameter(const struct header_call *call, const struct header_token *token);

/* The tokens of an argument; the last of a variadic macro takes all that are left. */
const struct header_token *
header_call_argument(const struct header_call *call, uint32_t index, uint32_t *count);

#endif
