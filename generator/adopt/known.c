#include "adopt/known.h"

#include "spec/integer.h"

static struct known_code *
known_at(const struct known *known, int64_t index)
{
	return index == TABLE_NONE ? NULL : VEC_AT(&known->codes, struct known_code *, index);
}

/* Takes a code under a key, one of its names or its number. */
static void
add_key(struct known *known, struct arena *arena, struct table *table, struct str key,
	struct known_code code)
{
	struct known_code *item = arena_alloc(arena, sizeof(*item));
	*item = code;
	struct known_code *first =
		known_at(known, table_put(table, arena, key, known->codes.count));
	VEC_PUSH(&known->codes, arena, struct known_code *, item);
	if (first != NULL) {
		item->next = first->next;
		first->next = item;
	}
}

void
known_add(struct known *known, struct arena *arena, struct module *module, struct code *code)
{
	char digits[NUMBER_DIGITS];
	struct str number = arena_copy(arena, number_str(&code->number, digits));
	struct known_code item = {
		.module = module, .code = code, .told = arena_alloc(arena, sizeof(*item.told))};
	VEC_AT(&known->seen, uint32_t, module->place)++;
	add_key(known, arena, &known->numbers, number, item);
	add_key(known, arena, &known->names, text_str(code->name), item);
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->aliases.count; i++) {
		struct text alias = VEC_AT(&code->rare->aliases, struct text, i);
		add_key(known, arena, &known->names, text_str(alias), item);
	}
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->symbols.count; i++) {
		const struct pair *symbol = VEC_AT(&code->rare->symbols, struct pair *, i);
		add_key(known, arena, &known->names, text_str(symbol->value), item);
	}
}

void
known_update(struct known *known, struct arena *arena, const struct catalogue *catalogue)
{
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		if (i == known->seen.count) {
			module->place = i;
			VEC_PUSH(&known->seen, arena, uint32_t, 0);
		}
		const uint32_t *seen = &VEC_AT(&known->seen, uint32_t, i);
		while (*seen < module->codes.count) {
			known_add(
				known, arena, module, VEC_AT(&module->codes, struct code *, *seen));
		}
	}
}

const struct number *
known_number(const struct known *known, struct str name)
{
	const struct known_code *first = known_at(known, table_get(&known->names, name));
	return first == NULL ? NULL : &first->code->number;
}

bool
known_is_told(const struct known *known, const struct known_code *code)
{
	return *code->told == known->turn;
}

void
known_tell(const struct known *known, struct known_code *code)
{
	*code->told = known->turn;
}

struct known_code *
known_of(const struct known *known, const struct found_code *found, bool *is_named)
{
	struct str name = found_value(found, FOUND_NAME)->text;
	struct str number = found_value(found, FOUND_CODE)->text;
	*is_named = name.length > 0;
	return known_at(known,
		*is_named ? table_get(&known->names, name) : table_get(&known->numbers, number));
}

struct known_code *
known_named(const struct known *known, struct str name, const struct code *code)
{
	struct known_code *item = known_at(known, table_get(&known->names, name));
	for (uint32_t i = 0; item != NULL && item->code != code; i++) {
		item = i < KNOWN_ASKED ? item->next : NULL;
	}
	return item;
}
