#include "spec/hash.h"

enum { WORD = 8, HALF = 4 };

uint64_t
hash_multiplier(uint64_t *state)
{
	uint64_t mixed = (*state += UINT64_C(0x9E3779B97F4A7C15));
	mixed = (mixed ^ mixed >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94D049BB133111EB);
	return (mixed ^ mixed >> 31) | 1;
}

struct hash_multipliers
hash_multipliers(uint64_t *state)
{
	struct hash_multipliers multipliers;
	multipliers.first = hash_multiplier(state);
	multipliers.middle = hash_multiplier(state);
	multipliers.last = hash_multiplier(state);
	multipliers.length = hash_multiplier(state);
	return multipliers;
}

/* `count` bytes, the least significant first; compilers make one load of it. */
static inline uint64_t
load(const char *bytes, unsigned count)
{
	uint64_t word = 0;
	if (count == WORD) {
		const uint8_t *b = (const uint8_t *)bytes;
		return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
			(uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 |
			(uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
	}
	for (unsigned i = 0; i < count; i++) {
		word |= (uint64_t)(uint8_t)bytes[i] << (8 * i);
	}
	return word;
}

/*
 * All of a text of less than eight bytes in one word; with its length it is unique. What is
 * left of the word is filled with ones, so that no byte of it is 0.
 */
static uint64_t
load_short(struct str text)
{
	uint64_t ones = UINT64_C(0xFFFFFFFFFF000000);
	if (text.length >= HALF) {
		return load(text.data, HALF) | load(text.data + text.length - HALF, HALF) << 32;
	}
	if (text.length == 0) {
		return UINT64_MAX;
	}
	return ones | load(text.data, 1) | load(text.data + text.length / 2, 1) << 8 |
		load(text.data + text.length - 1, 1) << 16;
}

/* The words of a long text one into the other, but for its last bytes. */
static uint64_t
chain(struct str text, uint64_t multiplier)
{
	uint64_t hash = 0;
	for (size_t i = 0; i + WORD < text.length; i += WORD) {
		hash = (hash ^ load(text.data + i, WORD)) * multiplier;
		hash ^= hash >> 32;
	}
	return hash;
}

uint64_t
hash_text(struct str text, const struct hash_multipliers *multipliers, bool is_whole)
{
	bool is_short = text.length < WORD;
	uint64_t first = is_short ? load_short(text) : load(text.data, WORD);
	uint64_t middle = is_short ? first : load(text.data + (text.length - WORD) / 2, WORD);
	uint64_t last = is_short ? first : load(text.data + text.length - WORD, WORD);
	uint64_t hash = first * multipliers->first + middle * multipliers->middle +
		last * multipliers->last + text.length * multipliers->length;
	return hash + (is_whole ? chain(text, multipliers->middle) : 0);
}
