#include "data/value.h"

const struct value *
value_get(const struct value *map, struct str key)
{
	if (map->kind != VALUE_MAP) {
		return NULL;
	}
	for (uint32_t i = 0; i < map->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&map->items, struct value_entry, i);
		if (str_equal(entry->key, key)) {
			return entry->value;
		}
	}
	return NULL;
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
