/* The replacing of macros by what they stand for, within limits. */
#ifndef ERRSPEC_READ_HEADER_HEADER_EXPAND_H
#define ERRSPEC_READ_HEADER_HEADER_EXPAND_H

#include "read/header/header_expression.h"
#include "read/header/header_fuel.h"
#include "read/header/header_macro.h"

struct header_expansion {
	struct header_macros *macros;
	const struct header_names *names;
	struct arena scratch; /* for what one expansion takes */
	uint32_t used; /* tokens in scratch since it was emptied */
	struct vec pending; /* struct header_token: of an expansion, `taken` of them used */
	uint32_t taken;
	uint32_t depth; /* of expansions within expansions */
	uint32_t depth_most;
	struct header_fuel fuel;
};

/* An expansion, without any fuel yet. */
struct header_expansion
header_expand_open(struct header_macros *macros, const struct header_names *names);

/* Gives its memory back. */
void header_expand_close(struct header_expansion *expansion);

/* Begins to expand; nothing that was kept or expanded before may be in use. */
void header_expand_begin(struct header_expansion *expansion);

/* As header_expand_begin, while the tokens of a call are still being taken. */
void header_expand_begin_within(struct header_expansion *expansion);

/* Appends a token to `tokens`, which stay until the next expansion begins. */
void header_expand_keep(
	struct header_expansion *expansion, struct vec *tokens, struct header_token token);

/*
 * Appends the tokens to `out` (struct header_token) with all macros replaced. Stops where a limit
 * is met.
 */
void header_expand_tokens(struct header_expansion *expansion, const struct header_token *tokens,
	uint32_t count, struct vec *out);

/* Appends what a definition of a macro amounts to. */
void header_expand_definition(struct header_expansion *expansion, struct header_macro *macro,
	const struct header_definition *definition, struct vec *out);

/*
 * Finds the value that a macro has, whatever stands around it: that of a number, a name or what
 * stands in parentheses. It need not be found again until a macro or a constant changes.
 */
void header_expand_settle(struct header_expansion *expansion, struct header_macro *macro);

/* Macros that lead further than so many steps are not followed; 0: further than the most. */
void header_expand_limit(struct header_expansion *expansion, uint32_t steps);

/* Whether nothing can be expanded any more. */
bool header_expand_is_spent(const struct header_expansion *expansion);

/* Whether a limit was met since the last expansion began. */
bool header_expand_is_cut(const struct header_expansion *expansion);

/* Expands tokens into those that header_expand_next gives, from now on no others. */
void header_expand_pend(
	struct header_expansion *expansion, const struct header_token *tokens, uint32_t count);

/* The next one of those; false if all were taken. */
bool header_expand_next(struct header_expansion *expansion, struct header_token *token);

#endif
