/* The tokens of a header one by one, as they stand in it, with a look at the next one. */
#ifndef ERRSPEC_READ_HEADER_HEADER_RAW_H
#define ERRSPEC_READ_HEADER_HEADER_RAW_H

#include "read/header/header_lexer.h"

struct header_raw {
	struct header_lexer lexer;
	struct header_token next;
	bool has_next;
	uint32_t at; /* of what was taken last, in bytes, as the next one */
	uint32_t end;
};

/* The token that comes next, which stays. */
const struct header_token *header_raw_peek(struct header_raw *raw);

/* Takes the next token. */
struct header_token header_raw_take(struct header_raw *raw);

/* Takes the next token of the line; HEADER_END at its end. */
struct header_token header_raw_line(struct header_raw *raw);

/* Says that what was taken last takes up these bytes. */
void header_raw_cover(struct header_raw *raw, uint32_t at, uint32_t end);

#endif
