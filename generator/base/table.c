#include "base/table.h"

/* Up to so many keys are looked through; the slots for one more. */
enum { FEW = 8, FIRST_CAPACITY = 16, FIRST_ROOM = 2 };

/* The place of `key` among a few, or their number. */
static uint32_t
look_through(const struct table *table, struct str key)
{
	uint32_t place = 0;
	while (place < table->count && !str_equal(table_key(table, place), key)) {
		place++;
	}
	return place;
}

static bool
holds(const struct table *table, const struct table_slot *slot, struct str key, uint32_t hash)
{
	return slot->hash == hash && str_equal(table_key(table, slot->place - 1), key);
}

/* The slot that holds `key`, or the free one where it belongs. */
static struct table_slot *
slot_of(const struct table *table, struct str key, uint32_t hash)
{
	uint32_t mask = table->capacity - 1;
	uint32_t at = hash & mask;
	while (table->slots[at].place != 0 && !holds(table, &table->slots[at], key, hash)) {
		at = (at + 1) & mask;
	}
	return &table->slots[at];
}

/* Puts a slot where it belongs; its key is not there yet. */
static void
move(const struct table *table, struct table_slot slot)
{
	uint32_t mask = table->capacity - 1;
	uint32_t at = slot.hash & mask;
	while (table->slots[at].place != 0) {
		at = (at + 1) & mask;
	}
	table->slots[at] = slot;
}

/* Doubles the slots, which are kept at most seven eighths full, without reading a key. */
static void
grow(struct table *table, struct arena *arena)
{
	struct table old = *table;
	table->capacity = old.capacity == 0 ? FIRST_CAPACITY : old.capacity * 2;
	table->slots = arena_alloc(arena, table->capacity * sizeof(struct table_slot));
	for (uint32_t i = 0; old.capacity == 0 && i < old.count; i++) {
		uint32_t hash = (uint32_t)str_hash(table_key(table, i));
		move(table, (struct table_slot){hash, i + 1});
	}
	for (uint32_t i = 0; i < old.capacity; i++) {
		if (old.slots[i].place != 0) {
			move(table, old.slots[i]);
		}
	}
	arena_drop(arena, old.slots, old.capacity * sizeof(struct table_slot));
}

/* The place of `key`, or, for one that is new, that of the next one, with its slot taken. */
static uint32_t
place_for(struct table *table, struct arena *arena, struct str key)
{
	uint32_t count = table->count;
	if (count < FEW) {
		return look_through(table, key);
	}
	if (count >= table->capacity - table->capacity / 8) {
		grow(table, arena);
	}
	uint32_t hash = (uint32_t)str_hash(key);
	struct table_slot *slot = slot_of(table, key, hash);
	if (slot->place == 0) {
		*slot = (struct table_slot){hash, count + 1};
	}
	return slot->place - 1;
}

static void
add_key(struct table *table, struct arena *arena, struct table_key key)
{
	const size_t size = sizeof(struct table_key);
	if (table->count == table->room) {
		uint32_t room = table->room == 0 ? FIRST_ROOM : table->room * 2;
		table->keys = arena_grow(arena, table->keys, table->count * size, room * size);
		table->room = room;
	}
	table->keys[table->count++] = key;
}

int64_t
table_put(struct table *table, struct arena *arena, struct str key, uint32_t number)
{
	uint32_t place = place_for(table, arena, key);
	if (place < table->count) {
		return table->keys[place].number;
	}
	add_key(table, arena, (struct table_key){key.data, (uint32_t)key.length, number});
	return TABLE_NONE;
}

int64_t
table_get(const struct table *table, struct str key)
{
	if (table->capacity == 0) {
		uint32_t place = look_through(table, key);
		return place < table->count ? (int64_t)table->keys[place].number : TABLE_NONE;
	}
	const struct table_slot *slot = slot_of(table, key, (uint32_t)str_hash(key));
	return slot->place == 0 ? TABLE_NONE : (int64_t)table->keys[slot->place - 1].number;
}
