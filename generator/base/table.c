#include "base/table.h"

enum { FIRST_CAPACITY = 8 };

static bool
holds(const struct table_slot *slot, struct str key, uint32_t hash)
{
	return slot->hash == hash && str_equal((struct str){slot->data, slot->length}, key);
}

/* The slot that holds `key`, or the free one where it belongs. */
static struct table_slot *
slot_of(const struct table *table, struct str key, uint32_t hash)
{
	uint32_t mask = table->capacity - 1;
	uint32_t at = hash & mask;
	while (table->slots[at].data != NULL && !holds(&table->slots[at], key, hash)) {
		at = (at + 1) & mask;
	}
	return &table->slots[at];
}

/* Puts a slot of the smaller table where it belongs now; its key is not there yet. */
static void
move(const struct table *table, const struct table_slot *slot)
{
	uint32_t mask = table->capacity - 1;
	uint32_t at = slot->hash & mask;
	while (table->slots[at].data != NULL) {
		at = (at + 1) & mask;
	}
	table->slots[at] = *slot;
}

/* Doubles the table, which is kept at most seven eighths full, without reading a key. */
static void
grow(struct table *table, struct arena *arena)
{
	struct table old = *table;
	table->capacity = old.capacity == 0 ? FIRST_CAPACITY : old.capacity * 2;
	table->slots = arena_alloc(arena, table->capacity * sizeof(struct table_slot));
	for (uint32_t i = 0; i < old.capacity; i++) {
		if (old.slots[i].data != NULL) {
			move(table, &old.slots[i]);
		}
	}
	arena_drop(arena, old.slots, old.capacity * sizeof(struct table_slot));
}

int64_t
table_put(struct table *table, struct arena *arena, struct str key, uint32_t number)
{
	uint32_t hash = (uint32_t)str_hash(key);
	if (table->count >= table->capacity - table->capacity / 8) {
		grow(table, arena);
	}
	struct table_slot *slot = slot_of(table, key, hash);
	if (slot->data != NULL) {
		return slot->number;
	}
	*slot = (struct table_slot){key.data, (uint32_t)key.length, hash, number};
	table->count++;
	return TABLE_NONE;
}

int64_t
table_get(const struct table *table, struct str key)
{
	if (table->capacity == 0) {
		return TABLE_NONE;
	}
	const struct table_slot *slot = slot_of(table, key, (uint32_t)str_hash(key));
	return slot->data == NULL ? TABLE_NONE : (int64_t)slot->number;
}
