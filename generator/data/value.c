#include "data/value.h"

/* Maps of more keys than these are not looked through but looked up. */
enum { FEW_KEYS = 8 };

static const struct value_entry *
entry(const struct value *map, int64_t index)
{
	return &VEC_AT(&map->items, struct value_entry, index);
}

const struct value *
value_get(const struct value *map, struct str key)
{
	if (map->kind != VALUE_MAP) {
		return NULL;
	}
	if (map->keys != NULL) {
		int64_t index = table_get(map->keys, key);
		return index == TABLE_NONE ? NULL : entry(map, index)->value;
	}
	for (uint32_t i = 0; i < map->items.count; i++) {
		if (str_equal(entry(map, i)->key, key)) {
			return entry(map, i)->value;
		}
	}
	return NULL;
}

/* Makes the table when the keys are no longer few. */
static void
add_key(struct arena *arena, struct value *map, uint32_t index)
{
	if (map->keys == NULL && map->items.count > FEW_KEYS) {
		map->keys = arena_alloc(arena, sizeof(*map->keys));
		index = 0;
	}
	for (; map->keys != NULL && index < map->items.count; index++) {
		table_put(map->keys, arena, entry(map, index)->key, index);
	}
}

void
value_add(struct arena *arena, struct value *map, struct str key, struct value *item)
{
	VEC_PUSH(&map->items, arena, struct value_entry, ((struct value_entry){key, item, 0}));
	add_key(arena, map, map->items.count - 1);
}

bool
value_is_true(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
		return false;
	case VALUE_BOOL:
		return str_equal(value->text, STR("true"));
	case VALUE_STRING:
		return value->text.length > 0;
	case VALUE_LIST:
		return value->items.count > 0;
	case VALUE_NUMBER:
	case VALUE_MAP:
		return true;
	}
	return false;
}
