#include "target/hashes.h"

#include <stdlib.h>

#include "base/arena.h"

enum { FIRST_CAPACITY = 64 };

/* Where a hash belongs; its lowest bit is always set and says nothing. */
static uint64_t *
slot_of(const struct hashes *hashes, uint64_t hash)
{
	size_t at = (size_t)(hash >> 8) & (hashes->capacity - 1);
	while (hashes->slots[at] != 0 && hashes->slots[at] != hash) {
		at = (at + 1) & (hashes->capacity - 1);
	}
	return &hashes->slots[at];
}

void
hashes_reserve(struct hashes *hashes, size_t more)
{
	struct hashes old = *hashes;
	size_t capacity = old.capacity == 0 ? FIRST_CAPACITY : old.capacity;
	while (capacity / 4 * 3 <= old.count + more) {
		capacity *= 2;
	}
	if (capacity == old.capacity) {
		return;
	}
	size_t size = capacity * sizeof(*hashes->slots);
	hashes->slots = memset(arena_realloc(NULL, size), 0, size);
	hashes->capacity = capacity;
	for (size_t i = 0; i < old.capacity; i++) {
		if (old.slots[i] != 0) {
			*slot_of(hashes, old.slots[i]) = old.slots[i];
		}
	}
	free(old.slots);
}

bool
hashes_note(struct hashes *hashes, uint64_t hash)
{
	hashes_reserve(hashes, 1);
	uint64_t *slot = slot_of(hashes, hash | 1);
	bool was_there = *slot != 0;
	*slot = hash | 1;
	hashes->count += !was_there;
	return was_there;
}

void
hashes_clear(struct hashes *hashes)
{
	if (hashes->count > 0) {
		memset(hashes->slots, 0, hashes->capacity * sizeof(*hashes->slots));
		hashes->count = 0;
	}
}

void
hashes_free(struct hashes *hashes)
{
	free(hashes->slots);
	*hashes = (struct hashes){0};
}
