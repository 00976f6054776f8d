#include "data/nesting.h"

/* Whatever the limit: readers of YAML call themselves for what is nested. */
enum { DEPTH_MAX = 4096 };

struct nesting
nesting_of(struct arena *arena, uint64_t limit)
{
	struct nesting nesting = {.limit = limit < DEPTH_MAX ? (uint32_t)limit : DEPTH_MAX};
	nesting.containers = arena_alloc(arena, (nesting.limit + 1) * sizeof(struct container));
	return nesting;
}

bool
nesting_open(struct nesting *nesting, bool is_map, bool is_flow, uint32_t column)
{
	uint32_t indent = is_flow ? nesting_top(nesting)->indent : column + 1;
	if (nesting->depth == nesting->limit) {
		return false;
	}
	nesting->containers[++nesting->depth] = (struct container){0, indent, is_map, is_flow};
	return true;
}
