/* Constants by their names, in the scopes that they are declared in. */
#ifndef ERRSPEC_READ_HEADER_HEADER_CONSTANT_H
#define ERRSPEC_READ_HEADER_HEADER_CONSTANT_H

#include "read/header/header_lexer.h"
#include "read/header/header_result.h"
#include "read/header/header_scope.h"

/* A number: its low bits, of two's complement. */
struct header_known {
	uint64_t bits;
	bool is_negative;
};

/* Finds a constant that is known without any header; false if there is none of the name. */
typedef bool header_constant_find(const void *owner, struct str name, struct header_known *known);

struct header_constants {
	header_constant_find *find; /* NULL: nothing else is known */
	const void *owner; /* for `find` */
	struct arena arena;
	struct header_scopes *scopes;
	struct table names; /* keys of scopes, those of any scope too: indices of `values` */
	struct vec values; /* struct header_constant */
};

/* Takes a constant of a scope; the first of a name counts. */
void header_constant_add(struct header_constants *constants, uint32_t scope, struct str name,
	struct header_number number, bool is_doubtful);

/* The value of a name with those of its scopes before it, as seen from where the reader is. */
struct header_result header_constant_value(const struct header_constants *constants,
	const struct header_token *tokens, uint32_t count);

/* Counts all that were taken. */
uint32_t header_constant_count(const struct header_constants *constants);

/* Forgets all. */
void header_constant_forget(struct header_constants *constants);

#endif
