#include "base/table.h"

enum { FIRST_CAPACITY = 16 };

static struct str
key_of(const struct table_slot *slot)
{
	return (struct str){slot->data, slot->length};
}

/* The slot that holds `key`, or the free one where it belongs. */
static struct table_slot *
slot_of(const struct table *table, struct str key)
{
	uint32_t mask = table->capacity - 1;
	uint32_t at = (uint32_t)str_hash(key) & mask;
	while (table->slots[at].data != NULL && !str_equal(key_of(&table->slots[at]), key)) {
		at = (at + 1) & mask;
	}
	return &table->slots[at];
}

/* Doubles the table, which is kept at most half full. */
static void
grow(struct table *table, struct arena *arena)
{
	struct table old = *table;
	table->capacity = old.capacity == 0 ? FIRST_CAPACITY : old.capacity * 2;
	table->slots = arena_alloc(arena, table->capacity * sizeof(struct table_slot));
	for (uint32_t i = 0; i < old.capacity; i++) {
		if (old.slots[i].data != NULL) {
			*slot_of(table, key_of(&old.slots[i])) = old.slots[i];
		}
	}
}

int64_t
table_put(struct table *table, struct arena *arena, struct str key, uint32_t number)
{
	if (table->count * 2 >= table->capacity) {
		grow(table, arena);
	}
	struct table_slot *slot = slot_of(table, key);
	if (slot->data != NULL) {
		return slot->number;
	}
	*slot = (struct table_slot){key.data, (uint32_t)key.length, number};
	table->count++;
	return TABLE_NONE;
}

int64_t
table_get(const struct table *table, struct str key)
{
	if (table->capacity == 0) {
		return TABLE_NONE;
	}
	const struct table_slot *slot = slot_of(table, key);
	return slot->data == NULL ? TABLE_NONE : (int64_t)slot->number;
}
