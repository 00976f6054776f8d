/* Functions that say something of a code: declared with one parameter, they return a text. */
#ifndef ERRSPEC_READ_HEADER_HEADER_FUNCTION_H
#define ERRSPEC_READ_HEADER_HEADER_FUNCTION_H

#include "read/header/header_statement.h"

/* The members are empty where a declaration has no such part. */
struct header_function {
	struct str name;
	struct str type; /* of the parameter, its words with one blank between them */
	struct str parameter;
	struct str export; /* a word in front of all */
	struct str calling; /* a word in front of the name */
};

struct header_functions {
	struct arena *arena;
	struct vec all; /* struct header_function */
};

/* Takes the declaration if it is one of such a function. */
void
header_function_take(struct header_functions *functions, const struct header_statement *statement);

#endif
