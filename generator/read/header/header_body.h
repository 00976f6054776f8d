/* Bodies of functions, and the texts that they return for constants. */
#ifndef ERRSPEC_READ_HEADER_HEADER_BODY_H
#define ERRSPEC_READ_HEADER_HEADER_BODY_H

#include "read/header/header_statement.h"
#include "read/header/header_table.h"

enum header_body_state {
	HEADER_BODY_PLAIN,
	HEADER_BODY_CASE, /* behind case, or default */
	HEADER_BODY_CONDITION, /* behind if */
	HEADER_BODY_SWITCH, /* behind switch */
	HEADER_BODY_VALUE /* behind return, or = */
};

/* A variable and the text that it has by now. */
struct header_variable {
	struct str name;
	struct header_phrase text;
	bool has_text;
};

struct header_body {
	struct header_texts *texts;
	struct header_table *table;
	uint8_t state; /* of enum header_body_state */
	bool is_telling; /* the function returns a text */
	bool is_default;
	bool is_assigned; /* the value is behind =, and not behind return */
	bool follows_equals;
	bool has_default; /* all other constants got their text by a default */
	bool is_intricate; /* what is returned at the end is not what all others get */
	uint32_t braces; /* that are open, with that of the function */
	uint32_t of_switch; /* how many are where cases are followed; 0: in no switch */
	uint32_t of_other; /* how many are where nothing is followed; 0: it is */
	uint32_t depth; /* of parentheses since the state began */
	uint32_t brackets;
	struct header_statement operand; /* behind case, if or switch */
	struct header_phrase phrase; /* behind return, or = */
	struct str name; /* the last one in no brackets: that of an array or a variable */
	struct header_variable current; /* what was assigned since the last case */
	struct header_variable first; /* what was assigned before any */
};

/* Opens the body of the function that the statement declares; its brace was read. */
void header_body_open(struct header_body *body, const struct header_statement *statement);

/* Takes the next token of an open body, but for the brace that closes it. */
void header_body_take(
	struct header_body *body, const struct header_token *token, const struct header_raw *raw);

/* Closes it; its brace ends there. */
void header_body_close(struct header_body *body, uint32_t end);

/* Gives its memory back. */
void header_body_free(struct header_body *body);

#endif
