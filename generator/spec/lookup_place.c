#include "spec/lookup.h"

enum {
	SAMPLED_TRIES = 32,
	DIRECT_TRIES = 20000,
	DIRECT_KEYS = 128, /* the most of them */
	DIRECT_BYTES = 6 /* the most for each key */
};

static struct number
natural(uint64_t value)
{
	return (struct number){.natural = value, .kind = NUMBER_UNSIGNED};
}

/* Chooses new multipliers and hashes all keys with them. */
static void
hash_all(struct lookup *lookup, const struct lookup_keys *keys, uint64_t *state, uint64_t *hashes)
{
	if (keys->texts == NULL) {
		uint64_t multiplier = hash_multiplier(state);
		lookup->multiplier = natural(multiplier);
		for (uint32_t i = 0; i < keys->count; i++) {
			hashes[i] = hash_number(keys->numbers[i], multiplier);
		}
		return;
	}
	struct hash_multipliers chosen = hash_multipliers(state);
	const uint64_t values[] = {chosen.first, chosen.middle, chosen.last, chosen.length};
	for (uint32_t i = 0; i < 4; i++) {
		lookup->multipliers[i] = natural(values[i]);
	}
	for (uint32_t i = 0; i < keys->count; i++) {
		hashes[i] = hash_text(keys->texts[i], &chosen, lookup->is_whole);
	}
}

/* Notes how the slots of a placement are computed again. */
static void
note_placement(struct lookup *lookup, const struct placement *placement, struct arena *arena)
{
	uint32_t count = UINT32_C(1) << placement->bucket_bits, greatest = 0;
	uint32_t *displacements = arena_alloc(arena, count * sizeof(*displacements));
	for (uint32_t i = 0; i < count; i++) {
		displacements[i] = placement->displacements[i];
		greatest = greatest > displacements[i] ? greatest : displacements[i];
	}
	lookup->shape = LOOKUP_PLACED;
	lookup->is_shuffled = true;
	lookup->bits = placement->bucket_bits;
	lookup->shift = 64 - placement->bucket_bits;
	lookup->slot_count = placement->slots;
	lookup->displacements = lookup_lines(arena, displacements, count);
	lookup->displacement_width = pool_width(greatest);
}

/*
 * One attempt after another, each with other multipliers and in the end with more room; texts of
 * which only samples are hashed may have one hash whatever the multipliers.
 */
static bool
try_all(struct lookup *lookup, const struct lookup_keys *keys, uint32_t most,
	struct placement *placement, struct arena *scratch)
{
	uint64_t state = 0;
	for (uint32_t tries = 0; tries < most; tries++) {
		uint64_t *hashes = arena_alloc(scratch, keys->count * sizeof(*hashes));
		hash_all(lookup, keys, &state, hashes);
		*placement = placement_size(keys->count, tries);
		if (placement_make(placement, scratch, hashes)) {
			return true;
		}
		arena_free(scratch);
		if (placement->is_hopeless && keys->texts != NULL && !lookup->is_whole) {
			break;
		}
	}
	return false;
}

const uint32_t *
lookup_place(
	struct lookup *lookup, const struct lookup_keys *keys, struct arena *arena, uint32_t *slots)
{
	struct arena scratch = {0};
	struct placement placement;
	uint32_t *owners = NULL;
	bool is_placed =
		keys->texts != NULL && try_all(lookup, keys, SAMPLED_TRIES, &placement, &scratch);
	if (!is_placed) {
		lookup->is_whole = keys->texts != NULL;
		is_placed = try_all(lookup, keys, PLACEMENT_TRIES, &placement, &scratch);
	}
	if (is_placed) {
		note_placement(lookup, &placement, arena);
		size_t size = placement.slots * sizeof(*owners);
		owners = memcpy(arena_alloc(arena, size), placement.owners, size);
		*slots = placement.slots;
	}
	arena_free(&scratch);
	return owners;
}

/* Whether each key has a slot to itself. Most multipliers fail at one of the first keys. */
static bool
is_apart(const struct lookup_keys *keys, uint64_t multiplier, uint32_t bits)
{
	uint64_t taken[DIRECT_KEYS * DIRECT_BYTES / 64 + 1];
	for (uint32_t i = 0; i <= (UINT32_C(1) << bits) / 64; i++) {
		taken[i] = 0;
	}
	for (uint32_t i = 0; i < keys->count; i++) {
		uint64_t slot = hash_number(keys->numbers[i], multiplier) >> (64 - bits);
		uint64_t bit = UINT64_C(1) << slot % 64;
		if (taken[slot / 64] & bit) {
			return false;
		}
		taken[slot / 64] |= bit;
	}
	return true;
}

/* As is_apart for at most 64 slots, which one word holds. */
static bool
is_apart_in_word(const struct lookup_keys *keys, uint64_t multiplier, uint32_t bits)
{
	uint64_t taken = 0;
	for (uint32_t i = 0; i < keys->count; i++) {
		uint64_t bit = UINT64_C(1)
			<< (hash_number(keys->numbers[i], multiplier) >> (64 - bits));
		if (taken & bit) {
			return false;
		}
		taken |= bit;
	}
	return true;
}

/* Tries many multipliers for 2 to the `bits` slots, which are zeroed. */
static bool
try_bits(struct lookup *lookup, const struct lookup_keys *keys, uint32_t bits, uint32_t *slots)
{
	uint64_t state = 0;
	for (uint32_t tries = 0; tries < DIRECT_TRIES; tries++) {
		uint64_t multiplier = hash_multiplier(&state);
		bool is_found = bits <= 6 ? is_apart_in_word(keys, multiplier, bits)
					  : is_apart(keys, multiplier, bits);
		for (uint32_t i = 0; is_found && i < keys->count; i++) {
			slots[hash_number(keys->numbers[i], multiplier) >> (64 - bits)] = i;
		}
		if (is_found) {
			lookup->multiplier = natural(multiplier);
			lookup->shift = 64 - bits;
			return true;
		}
	}
	return false;
}

bool
lookup_place_directly(struct lookup *lookup, const struct lookup_keys *keys, struct arena *arena)
{
	uint32_t bits = 1;
	if (keys->texts != NULL || keys->count > DIRECT_KEYS) {
		return false;
	}
	while (UINT32_C(1) << bits < keys->count) {
		bits++;
	}
	for (; UINT32_C(1) << bits <= keys->count * DIRECT_BYTES; bits++) {
		uint32_t count = UINT32_C(1) << bits;
		uint32_t *slots = arena_alloc(arena, count * sizeof(*slots));
		if (try_bits(lookup, keys, bits, slots)) {
			lookup->shape = LOOKUP_DIRECT;
			lookup->slots = lookup_lines(arena, slots, count);
			return true;
		}
	}
	return false;
}
