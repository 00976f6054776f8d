/* Bodies of functions, and the texts that they return for constants. */
#ifndef ERRSPEC_READ_HEADER_HEADER_BODY_H
#define ERRSPEC_READ_HEADER_HEADER_BODY_H

#include "read/header/header_statement.h"
#include "read/header/header_table.h"

enum header_body_state {
	HEADER_BODY_PLAIN,
	HEADER_BODY_CASE, /* behind case, or default */
	HEADER_BODY_EQUAL, /* behind == */
	HEADER_BODY_VALUE /* behind return, or = */
};

struct header_body {
	struct arena *arena;
	struct header_texts *texts;
	struct header_table *table;
	uint8_t state; /* of enum header_body_state */
	bool is_telling; /* the function returns a text */
	bool is_default;
	bool is_assigned; /* behind =: if it is no text, another one follows */
	uint32_t depth; /* of parentheses since the state began */
	struct vec tokens; /* struct header_token: of the constant that is being read */
	struct header_comment span; /* of that */
	struct header_phrase phrase; /* behind return, or = */
	struct str name; /* the last one in no brackets: that of an array */
	bool follows_equals;
	uint32_t brackets;
};

/* Opens the body of the function that the statement declares; its brace was read. */
void header_body_open(struct header_body *body, const struct header_statement *statement);

/* Takes the next token of an open body, but for the brace that closes it. */
void header_body_take(
	struct header_body *body, const struct header_token *token, const struct header_raw *raw);

/* Closes it. */
void header_body_close(struct header_body *body);

#endif
