/* Types that numbers are converted to. */
#ifndef ERRSPEC_READ_HEADER_HEADER_TYPE_H
#define ERRSPEC_READ_HEADER_HEADER_TYPE_H

#include "read/header/header_reader.h"

enum header_typing {
	HEADER_TYPING_NONE, /* the tokens are no type */
	HEADER_TYPING_MAYBE, /* a name that is not known */
	HEADER_TYPING_SURE
};

/* Whether the tokens are a type, and which. */
enum header_typing header_type_read(struct header_reader *reader, const struct header_token *tokens,
	uint32_t count, enum header_type *type);

/* Takes a typedef, or the name of an enum or a class; the first of a name counts. */
void header_type_add(struct header_reader *reader, struct str name, enum header_type type);

#endif
