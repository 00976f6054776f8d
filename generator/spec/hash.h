/*
 * Hashes that generated programs compute again, on any machine: products of what is looked up with
 * odd multipliers, of which the upper bits count.
 */
#ifndef ERRSPEC_SPEC_HASH_H
#define ERRSPEC_SPEC_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* What the words of a text and its length are multiplied by. */
struct hash_multipliers {
	uint64_t first;
	uint64_t middle;
	uint64_t last;
	uint64_t length;
};

/*
 * The next of a series of odd multipliers, which is the same on every machine; `*state` begins as
 * any number.
 */
uint64_t hash_multiplier(uint64_t *state);

/* Four of them. */
struct hash_multipliers hash_multipliers(uint64_t *state);

/* A hash of a number. */
static inline uint64_t
hash_number(uint64_t key, uint64_t multiplier)
{
	return key * multiplier;
}

/*
 * A hash of a text's first, middle and last eight bytes and its length; with `is_whole` of all its
 * bytes. Words are read least significant byte first; a text of less than eight bytes is one word
 * that serves for all three.
 */
uint64_t hash_text(struct str text, const struct hash_multipliers *multipliers, bool is_whole);

#endif
