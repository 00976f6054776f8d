#include "spec/placement.h"

/* The most keys that share a bucket; honest hashes put far fewer there. */
enum { CROWD = 24, CHOICES = UINT16_MAX + 1 };

/* Keys in the order of their buckets, and the buckets with the most keys first. */
struct order {
	uint32_t *starts; /* of each bucket in `keys`; one more at the end */
	uint32_t *keys;
	uint32_t *buckets;
	uint32_t bucket_count;
};

struct placement
placement_size(uint32_t count, uint32_t tries)
{
	struct placement placement = {.count = count, .bucket_bits = 1};
	placement.slots = count + count / 32 + (tries / 16) * (count / 16) + 1;
	while (UINT32_C(3) << placement.bucket_bits < count) {
		placement.bucket_bits++;
	}
	placement.bucket_bits += tries / 64;
	return placement;
}

static uint32_t
bucket_of(const struct placement *placement, uint64_t hash)
{
	return (uint32_t)(hash >> (64 - placement->bucket_bits));
}

/* The slot of a key before its bucket's displacement. */
static uint32_t
base_of(const struct placement *placement, uint64_t hash)
{
	uint64_t next = (uint32_t)(hash << placement->bucket_bits >> 32);
	return (uint32_t)(next * placement->slots >> 32);
}

/* Moves on from a slot; the first follows the last. */
static uint32_t
moved(const struct placement *placement, uint32_t base, uint32_t displacement)
{
	uint32_t slot = base + displacement;
	return slot >= placement->slots ? slot - placement->slots : slot;
}

/* Groups the keys by bucket; false where a bucket is crowded. */
static bool
group(const struct placement *placement, const uint64_t *hashes, struct order *order,
	struct arena *arena)
{
	uint32_t *next;
	order->bucket_count = UINT32_C(1) << placement->bucket_bits;
	order->starts = arena_alloc(arena, (order->bucket_count + 1) * sizeof(uint32_t));
	order->keys = arena_alloc(arena, placement->count * sizeof(uint32_t));
	next = arena_alloc(arena, order->bucket_count * sizeof(uint32_t));
	for (uint32_t i = 0; i < placement->count; i++) {
		order->starts[bucket_of(placement, hashes[i]) + 1]++;
	}
	for (uint32_t i = 0; i < order->bucket_count; i++) {
		if (order->starts[i + 1] > CROWD) {
			return false;
		}
		order->starts[i + 1] += order->starts[i];
		next[i] = order->starts[i];
	}
	for (uint32_t i = 0; i < placement->count; i++) {
		order->keys[next[bucket_of(placement, hashes[i])]++] = i;
	}
	return true;
}

static uint32_t
size_of(const struct order *order, uint32_t bucket)
{
	return order->starts[bucket + 1] - order->starts[bucket];
}

/* Puts the buckets with the most keys first: they are the hardest to place. */
static void
sort_buckets(struct order *order, struct arena *arena)
{
	uint32_t counts[CROWD + 2] = {0};
	order->buckets = arena_alloc(arena, order->bucket_count * sizeof(uint32_t));
	for (uint32_t i = 0; i < order->bucket_count; i++) {
		counts[CROWD - size_of(order, i) + 1]++;
	}
	for (uint32_t i = 1; i < CROWD + 2; i++) {
		counts[i] += counts[i - 1];
	}
	for (uint32_t i = 0; i < order->bucket_count; i++) {
		order->buckets[counts[CROWD - size_of(order, i)]++] = i;
	}
}

/* Whether the slots are free when moved by `displacement`. */
static bool
is_free(const struct placement *placement, const uint32_t *bases, uint32_t count,
	uint32_t displacement)
{
	for (uint32_t i = 0; i < count; i++) {
		if (placement->owners[moved(placement, bases[i], displacement)] != PLACEMENT_FREE) {
			return false;
		}
	}
	return true;
}

/* Whether two keys of a bucket have one slot, whatever the displacement. */
static bool
has_twins(const uint32_t *bases, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		for (uint32_t j = 0; j < i; j++) {
			if (bases[i] == bases[j]) {
				return true;
			}
		}
	}
	return false;
}

/* Whether two keys of a bucket have one hash. */
static bool
has_one_hash(const uint64_t *hashes, const uint32_t *keys, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		for (uint32_t j = 0; j < i; j++) {
			if (hashes[keys[i]] == hashes[keys[j]]) {
				return true;
			}
		}
	}
	return false;
}

/* Places the keys of a bucket; `*work` is what may still be tried. */
static bool
place_bucket(struct placement *placement, const struct order *order, uint32_t bucket,
	const uint64_t *hashes, uint64_t *work)
{
	uint32_t bases[CROWD], count = size_of(order, bucket);
	const uint32_t *keys = order->keys + order->starts[bucket];
	uint32_t choices = placement->slots < CHOICES ? placement->slots : CHOICES;
	uint32_t displacement = bucket * UINT32_C(2654435761) % choices;
	for (uint32_t i = 0; i < count; i++) {
		bases[i] = base_of(placement, hashes[keys[i]]);
	}
	if (has_twins(bases, count)) {
		placement->is_hopeless = has_one_hash(hashes, keys, count);
		return false;
	}
	for (uint32_t tries = 0; !is_free(placement, bases, count, displacement); tries++) {
		if (tries == choices || *work == 0) {
			return false;
		}
		--*work;
		displacement = displacement + 1 == choices ? 0 : displacement + 1;
	}
	for (uint32_t i = 0; i < count; i++) {
		placement->owners[moved(placement, bases[i], displacement)] = keys[i];
	}
	placement->displacements[bucket] = (uint16_t)displacement;
	return true;
}

static bool
place_all(struct placement *placement, const struct order *order, const uint64_t *hashes)
{
	uint64_t work = (uint64_t)placement->count * 64 + 4096;
	for (uint32_t i = 0; i < placement->slots; i++) {
		placement->owners[i] = PLACEMENT_FREE;
	}
	for (uint32_t i = 0; i < order->bucket_count; i++) {
		uint32_t bucket = order->buckets[i];
		if (size_of(order, bucket) == 0) {
			break;
		}
		if (!place_bucket(placement, order, bucket, hashes, &work)) {
			return false;
		}
	}
	return true;
}

bool
placement_make(struct placement *placement, struct arena *arena, const uint64_t *hashes)
{
	struct order order;
	if (!group(placement, hashes, &order, arena)) {
		return false;
	}
	sort_buckets(&order, arena);
	placement->displacements = arena_alloc(arena, order.bucket_count * sizeof(uint16_t));
	placement->owners = arena_alloc(arena, placement->slots * sizeof(uint32_t));
	return place_all(placement, &order, hashes);
}
