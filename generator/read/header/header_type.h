/* Types that numbers are converted to. */
#ifndef ERRSPEC_READ_HEADER_HEADER_TYPE_H
#define ERRSPEC_READ_HEADER_HEADER_TYPE_H

#include "read/header/header_lexer.h"
#include "base/table.h"

enum header_typing {
	HEADER_TYPING_NONE, /* the tokens are no type */
	HEADER_TYPING_MAYBE, /* a name that is not known */
	HEADER_TYPING_SURE
};

struct header_types {
	struct arena *arena;
	struct table names; /* enum header_type */
	const struct header_types *further; /* of other headers; NULL: there are none */
};

/* Whether the tokens are a type, and which. */
enum header_typing header_type_read(const struct header_types *types,
	const struct header_token *tokens, uint32_t count, enum header_type *type);

/* Takes a typedef, or the name of an enum or a class; the first of a name counts. */
void header_type_add(struct header_types *types, struct str name, enum header_type type);

/* Adds the types that others have and whose numbers are known; their names are copied. */
void header_type_join(struct header_types *types, const struct header_types *others);

#endif
