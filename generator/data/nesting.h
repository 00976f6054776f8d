/* Nesting: the lists and maps that are open in a stream of events, outermost first. */
#ifndef ERRSPEC_DATA_NESTING_H
#define ERRSPEC_DATA_NESTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* A list or map that is open, and how many nodes it holds so far. */
struct container {
	uint64_t nodes;
	uint32_t indent; /* the least column of what belongs to its keys or dashes */
	bool is_map;
	bool is_flow; /* in brackets or braces */
};

struct nesting {
	struct container *containers; /* the first is the file */
	uint32_t depth;
	uint32_t limit; /* of the depth */
};

/* Nothing is open; `limit` holds, or a lower one that readers of YAML can bear. */
struct nesting nesting_of(struct arena *arena, uint64_t limit);

/* The innermost of those that are open. */
static inline struct container *
nesting_top(const struct nesting *nesting)
{
	return &nesting->containers[nesting->depth];
}

/* How many entries it has, with one more node. */
static inline uint64_t
nesting_count(const struct nesting *nesting)
{
	struct container *container = nesting_top(nesting);
	uint64_t nodes = ++container->nodes;
	return container->is_map ? (nodes + 1) / 2 : nodes;
}

/* Opens one at this column; false if it is too deep. */
bool nesting_open(struct nesting *nesting, bool is_map, bool is_flow, uint32_t column);

#endif
