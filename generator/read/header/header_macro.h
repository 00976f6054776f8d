/* The macros of a header: which there are, and what each branch says of them. */
#ifndef ERRSPEC_READ_HEADER_HEADER_MACRO_H
#define ERRSPEC_READ_HEADER_HEADER_MACRO_H

#include "read/header/header_branch.h"
#include "read/header/header_lexer.h"
#include "base/table.h"

/* A #define that was not undone yet. */
struct header_definition {
	struct str body;
	uint32_t body_at; /* in the source, in bytes */
	uint32_t count; /* of the tokens of the body */
	const struct header_token *tokens;
	struct vec parameters; /* struct str */
	bool is_function;
	bool is_variadic;
	const struct header_branch *branch;
};

struct header_macro {
	struct str name;
	uint32_t number; /* from 1 */
	struct vec live; /* const struct header_definition *: one, or one for each branch */
	uint32_t base; /* the index of what a spec takes of them: that of an #else, or the first */
	bool is_active; /* being expanded */
	bool is_written; /* in a header, and not by the user alone */
	bool is_unsure; /* undone in a branch that may not count */
	bool has_value; /* that does not depend on what stands around it, as the next ones */
	bool is_doubtful; /* another branch gives another value */
	struct header_number value;
	struct str spelling; /* of a value that is written as one token; else empty */
	uint32_t generation; /* that this is the value in; 0: it was not valued yet */
};

struct header_macros {
	struct arena *arena;
	struct table names;
	struct vec all; /* struct header_macro * */
	struct table undefined; /* names that the user says are not defined */
	uint32_t changes; /* counts what was defined and undone */
	struct vec body; /* struct header_token: of the definition that is being read */
};

/* The macro that has a definition now, or NULL. */
struct header_macro *header_macro_find(const struct header_macros *macros, struct str name);

/* The macro that a HEADER_VALUE comes from; NULL for any other token. */
const struct header_macro *
header_macro_of(const struct header_macros *macros, const struct header_token *token);

/* How the token is written, a HEADER_VALUE as the macro that it comes from. */
struct str header_macro_word(const struct header_macros *macros, const struct header_token *token);

/* The definition whose number a spec takes, of a macro that has one. */
const struct header_definition *header_macro_base(const struct header_macro *macro);

/* A definition of the macro, or NULL: the first is that of the branch that came first. */
const struct header_definition *
header_macro_definition(const struct header_macro *macro, uint32_t index);

/* Whether the branches that define the macro give it different bodies. */
bool header_macro_is_ambiguous(const struct header_macro *macro);

/* Whether the name is defined in a branch: HEADER_MAYBE if that cannot be told. */
enum header_state header_macro_state(
	const struct header_macros *macros, struct str name, const struct header_branch *branch);

/* Whether a header defines or undoes the name anywhere. */
bool header_macro_is_written(const struct header_macros *macros, struct str name);

/* Adds a token to the body of the definition that is being read. */
void header_macro_add(struct header_macros *macros, struct header_token token);

/* Lets the definition have the tokens that were added as its body. */
void header_macro_fill(struct header_macros *macros, struct header_definition *definition);

/* Whether the definition of the name with this body still stands. */
bool header_macro_stands(const struct header_macros *macros, struct str name, uint32_t body_at);

/* Takes a #define, which stays where it is. */
void header_macro_define(
	struct header_macros *macros, struct str name, const struct header_definition *definition);

/* Takes an #undef in a branch. */
void header_macro_undefine(
	struct header_macros *macros, struct str name, const struct header_branch *branch);

/* Takes what the user says is not defined, if the header does not define it. */
void header_macro_forbid(struct header_macros *macros, struct str name);

/* After #ifndef NAME ... #endif, a name that was defined between is defined in any case. */
void header_macro_hoist(
	struct header_macros *macros, struct str name, const struct header_branch *branch);

#endif
