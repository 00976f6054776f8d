/* What a report says when a word means nothing: which of those that mean something is nearest. */
#ifndef ERRSPEC_BASE_NEAREST_H
#define ERRSPEC_BASE_NEAREST_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum { NEAREST_OTHERS = 2 };

/* The best of the words seen so far. */
struct nearest {
	struct str word; /* that was meant */
	struct str best; /* empty: none is near */
	struct str others[NEAREST_OTHERS]; /* as near, for a part of both */
	uint32_t count; /* of best and others; 0: the word is part of none */
	size_t distance; /* only less than this is near */
};

/*
 * No word seen yet. About a third of the letters may differ in one that is near, of few letters
 * less than half; one that the word begins or abbreviates is near, too, and one that begins it.
 */
struct nearest nearest_to(struct str word);

/* Takes `candidate` if it is nearer than the best one so far. */
void nearest_consider(struct nearest *nearest, struct str candidate);

/* "did you mean 'best'?"; empty if no word is near. */
struct str nearest_question(struct arena *arena, const struct nearest *nearest);

/* Makes the best word, if there is one, the diagnostic's help. */
void nearest_suggest(struct arena *arena, struct diag *diag, const struct nearest *nearest);

#endif
