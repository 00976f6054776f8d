/* Loose: the tokens before an assignment or the end of a statement, which may do something. */
#ifndef ERRSPEC_READ_HEADER_HEADER_LOOSE_H
#define ERRSPEC_READ_HEADER_HEADER_LOOSE_H

#include "read/header/header_lexer.h"

/* What was read of a statement. A zeroed one has no token. */
struct header_loose {
	uint32_t at; /* of its first token, in bytes */
	bool is_there;
	bool is_other; /* it does more than to name or declare a variable */
	bool is_declaration; /* of a text */
	bool was_name; /* the token before, as the next one */
	bool was_type;
};

/* Takes a token that stands there. */
void header_loose_take(struct header_loose *loose, const struct header_token *token, uint32_t at);

#endif
