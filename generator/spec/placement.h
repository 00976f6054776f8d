/*
 * Placements: a slot of its own for each of many keys, found from the key's hash alone. The upper
 * bits of a hash choose a bucket, the next ones a slot, and the bucket's displacement moves it:
 *
 *	bucket = hash >> (64 - bucket_bits)
 *	slot = ((uint32_t)(hash << bucket_bits >> 32) * slots >> 32) + displacements[bucket]
 *	slot = slot >= slots ? slot - slots : slot
 */
#ifndef ERRSPEC_SPEC_PLACEMENT_H
#define ERRSPEC_SPEC_PLACEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct placement {
	uint32_t count; /* of the keys; at least 2 */
	uint32_t slots; /* how many there are, a few more than keys */
	uint32_t bucket_bits; /* 1 to 31 */
	bool is_hopeless; /* two keys have one hash */
	uint16_t *displacements; /* of each bucket */
	uint32_t *owners; /* of each slot: the key, or PLACEMENT_FREE */
};

enum { PLACEMENT_TRIES = 128 };

#define PLACEMENT_FREE UINT32_MAX

/* How large a placement of `count` keys is, the larger the more tries have failed. */
struct placement placement_size(uint32_t count, uint32_t tries);

/*
 * Places keys by their hashes in a placement of placement_size, in the memory of `arena`. It ends
 * soon, in time that grows with the number of keys; false where it found no way, then other hashes
 * may do.
 */
bool placement_make(struct placement *placement, struct arena *arena, const uint64_t *hashes);

#endif
