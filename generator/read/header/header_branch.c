#include "read/header/header_branch.h"

struct header_branch *
header_branch_add(
	struct arena *arena, const struct header_branch *above, const struct header_branch *like)
{
	struct header_branch *branch = arena_alloc(arena, sizeof(*branch));
	*branch = *like;
	branch->above = above;
	branch->depth = above == NULL ? 1 : above->depth + 1;
	return branch;
}

bool
header_branch_is_within(const struct header_branch *inner, const struct header_branch *outer)
{
	uint32_t depth = outer == NULL ? 0 : outer->depth;
	while (inner != NULL && inner->depth > depth) {
		inner = inner->above;
	}
	return inner == outer;
}
