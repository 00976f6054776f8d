/* Functions that say something of a code: declared with one parameter, they return a text. */
#ifndef ERRSPEC_READ_HEADER_HEADER_FUNCTION_H
#define ERRSPEC_READ_HEADER_HEADER_FUNCTION_H

#include "base/table.h"
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
	struct table of_type[2]; /* the first that takes this type; [1]: that gives a name of it */
};

/* Takes the declaration, in a file of this text, if it is one of such a function. */
void header_function_take(struct header_functions *functions, struct str file,
	const struct header_statement *statement);

/* Whether a name has the word error in it, or its beginning, in any of the usual casings. */
bool header_function_is_of_errors(struct str name);

/* The first function that takes this type, and gives a name or a message; NULL if there is none. */
const struct header_function *
header_function_find(const struct header_functions *functions, struct str type, bool wants_name);

/* The same for a function that takes any integer type of C, and is called as one of errors is. */
const struct header_function *
header_function_plain(const struct header_functions *functions, bool wants_name);

#endif
