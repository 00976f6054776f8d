/* The macros of a header: which there are, and what stands in their place. */
#ifndef ERRSPEC_READ_HEADER_HEADER_MACRO_H
#define ERRSPEC_READ_HEADER_HEADER_MACRO_H

#include "read/header/header_reader.h"

/* The macro that has a definition now, or NULL. */
struct header_macro *header_macro_find(struct header_reader *reader, struct str name);

/* Whether the name is defined where the reader is: HEADER_MAYBE if that cannot be told. */
enum header_state header_macro_state(struct header_reader *reader, struct str name);

/* Takes a #define in the branch that is being read. */
void header_macro_define(
	struct header_reader *reader, struct str name, const struct header_definition *definition);

/* Takes an #undef. */
void header_macro_undefine(struct header_reader *reader, struct str name);

/* After #ifndef NAME ... #endif, a name that was defined between is defined in any case. */
void header_macro_hoist(
	struct header_reader *reader, struct str name, const struct header_branch *branch);

/* Begins an expansion; gives scratch memory back before, if nothing in it is in use. */
void header_macro_begin(struct header_reader *reader, bool is_scratch_free);

/*
 * Appends the tokens to `out` (struct header_token, in the scratch arena) with all macros replaced.
 * Stops where one of the reader's limits is met.
 */
void header_macro_expand(struct header_reader *reader, const struct header_token *tokens,
	uint32_t count, struct vec *out);

/* The tokens of a definition's body, appended to `out`. */
void header_macro_lex(
	struct header_reader *reader, const struct header_definition *definition, struct vec *out);

#endif
