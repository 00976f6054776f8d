/* Equals: conditions that compare a variable with constants, as e == E_OK || e == E_FINE. */
#ifndef ERRSPEC_READ_HEADER_HEADER_EQUALS_H
#define ERRSPEC_READ_HEADER_HEADER_EQUALS_H

#include "read/header/header_statement.h"
#include "read/header/header_texts.h"

/* What a condition is. */
enum header_equals {
	HEADER_EQUALS_NONE, /* it compares with no constant, or not at all */
	HEADER_EQUALS_SOME, /* it compares something with constants */
	HEADER_EQUALS_PARAMETER /* it compares this parameter with constants */
};

/* Whether the tokens from one index to before another are the parameter, cast or not. */
bool header_equals_is_parameter(const struct header_statement *statement, uint32_t from,
	uint32_t end, struct str parameter);

/* Whether the condition does something else than to compare. */
bool header_equals_is_other(const struct header_statement *condition);

/* Lets all constants of a condition that is not other wait for their text. */
enum header_equals header_equals_take(
	struct header_texts *texts, const struct header_statement *condition, struct str parameter);

#endif
