/* Bodies of functions, and the texts that they return for constants. */
#ifndef ERRSPEC_READ_HEADER_HEADER_BODY_H
#define ERRSPEC_READ_HEADER_HEADER_BODY_H

#include "read/header/header_equals.h"
#include "read/header/header_loose.h"
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
	bool is_chain; /* the value depends on conditions */
	bool is_lost; /* what it depends on is not followed */
	bool follows_equals;
	bool has_default; /* all other constants got their text by a default */
	bool is_of_others; /* what it says of all others it says of those but 0 */
	bool is_ended; /* all others were returned: what follows is done for nobody */
	bool is_intricate; /* what is returned at the end is not what all others get */
	bool is_compared; /* each condition of the chain that an else may end compares */
	bool is_doubtful; /* a condition was not followed: who knows what a variable has */
	bool is_in_branch; /* of the last condition, or before its brace */
	bool follows_else; /* the token before was "else" */
	uint32_t braces; /* that are open, with that of the function */
	uint32_t of_rest; /* how many are where what is returned is what all others get */
	uint32_t of_if; /* how many were where the last condition began */
	uint32_t of_switch; /* how many are where cases are followed; 0: in no switch */
	uint32_t of_other; /* how many are where nothing is followed; 0: it is */
	uint32_t depth; /* of parentheses since the state began */
	uint32_t brackets;
	struct header_statement operand; /* behind case, if or switch, or a part of a value */
	struct header_phrase phrase; /* behind return, or = */
	struct str parameter; /* the name of the only one; may be empty */
	struct header_loose loose; /* what stands before a statement that is followed */
	struct str local; /* the last variable that it declares; may be empty */
	uint32_t value_at; /* of the word or mark before the value, in bytes */
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

/* A branch of "if" ends, or the next one begins: what waits gets what it was assigned. */
void header_body_value_branch(struct header_body *body);

/* What waits gets nothing: what is done for it is not followed. */
void header_body_value_drop(struct header_body *body);

/* What waits gets the text that its variable has by now. */
void header_body_value_settle(struct header_body *body);

/* Takes the value that was read as what a variable has from now on. */
void header_body_value_assign(struct header_body *body);

/* Takes the value that was read as what is returned. */
void header_body_value_return(struct header_body *body);

/* Takes a condition: its constants wait. One that does more than to compare is not followed. */
enum header_equals header_body_value_condition(struct header_body *body);

/*
 * A value that depends: what stands before "?" is a condition, and before ":" what the constants
 * there get.
 */
void header_body_value_choose(struct header_body *body, const struct header_token *token);

/* Gives its memory back. */
void header_body_free(struct header_body *body);

#endif
