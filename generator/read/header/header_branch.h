/* Branches: what is read if a condition holds that is not known. */
#ifndef ERRSPEC_READ_HEADER_HEADER_BRANCH_H
#define ERRSPEC_READ_HEADER_HEADER_BRANCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Whether something counts. */
enum header_state { HEADER_DEAD, HEADER_LIVE, HEADER_MAYBE };

/* A place in the tree of branches; NULL is what is read in any case. */
struct header_branch {
	const struct header_branch *above;
	uint32_t depth;
	struct str asks; /* what its #if or #elif does; empty: it is an #else */
	uint32_t at; /* of its directive, in bytes */
	uint32_t chain; /* of branches, the number of its #if */
	uint32_t index; /* among all branches of the chain that may count */
	bool is_default; /* it gives the name of its #ifndef: what it has is there in any case */
	bool asks_itself; /* for a macro of the header that a spec does not have as it is */
};

/* A new branch within this one, as `like` says its place in a chain. */
struct header_branch *header_branch_add(
	struct arena *arena, const struct header_branch *above, const struct header_branch *like);

/* Whether what is read in `inner` is read in `outer` too. */
bool header_branch_is_within(const struct header_branch *inner, const struct header_branch *outer);

#endif
