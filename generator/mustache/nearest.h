/* What a report says when a word means nothing: which of those that mean something is nearest. */
#ifndef ERRSPEC_MUSTACHE_NEAREST_H
#define ERRSPEC_MUSTACHE_NEAREST_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/* The best of the words seen so far. */
struct nearest {
	struct str word; /* that was meant */
	struct str best; /* empty: none is near */
	size_t distance; /* only less than this is near */
};

/* No word seen yet; about a third of the letters may differ in one that is near. */
struct nearest nearest_to(struct str word);

/* Takes `candidate` if it is nearer than the best one so far. */
void nearest_consider(struct nearest *nearest, struct str candidate);

/* Makes the best word, if there is one, the diagnostic's help. */
void nearest_suggest(struct arena *arena, struct diag *diag, const struct nearest *nearest);

#endif
