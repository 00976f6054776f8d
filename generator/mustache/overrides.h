/* Overrides: the blocks that a parent template shows in the places of its own. */
#ifndef ERRSPEC_MUSTACHE_OVERRIDES_H
#define ERRSPEC_MUSTACHE_OVERRIDES_H

#include "base/arena.h"
#include "base/table.h"
#include "base/vec.h"
#include "mustache/template.h"

/* Blocks that a parent was given, but for those that were given further outside. */
struct overrides {
	struct table names; /* → `blocks` */
	struct vec blocks; /* const struct node * */
	const struct template *template; /* in which they stand */
	const struct overrides *outside; /* those in force where they stand */
};

/*
 * The overrides in force within `parent`, a node of `template`: those of `outside` count before its
 * own blocks.
 */
const struct overrides *overrides_add(struct arena *arena, const struct overrides *outside,
	const struct template *template, const struct node *parent);

/* The block of this name, or NULL; `*overrides` become those it is among. */
const struct node *overrides_find(const struct overrides **overrides, struct str name);

#endif
