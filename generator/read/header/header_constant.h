/* Constants by their names, in the scopes that they are declared in. */
#ifndef ERRSPEC_READ_HEADER_HEADER_CONSTANT_H
#define ERRSPEC_READ_HEADER_HEADER_CONSTANT_H

#include "read/header/header_reader.h"
#include "read/header/header_result.h"

/* The scope of this name within another one; 0 is around all. */
uint32_t header_constant_scope(struct header_reader *reader, uint32_t around, struct str name);

/* The scope that is being read. */
uint32_t header_constant_here(const struct header_reader *reader);

/* Takes a constant of a scope; the first of a name counts. */
void header_constant_add(struct header_reader *reader, uint32_t scope, struct str name,
	struct header_number number, bool is_doubtful);

/* The value of a name with those of its scopes before it, as seen from where the reader is. */
struct header_result header_constant_value(
	struct header_reader *reader, const struct header_token *tokens, uint32_t count);

#endif
