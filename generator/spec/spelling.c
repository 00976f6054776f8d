#include "spec/spelling.h"

#include <stdlib.h>

static const struct field fields[] = {
	{STR_INIT("spelling"), FIELD_NAME, 0, 0, FIELD_DERIVED, offsetof(struct spelling, name),
		NULL, NULL, "a name or an alias"},
	{STR_INIT("is_alias"), FIELD_BOOL, 0, 0, FIELD_DERIVED, offsetof(struct spelling, is_alias),
		NULL, NULL, "it is an alias of the code, not its name"},
	{STR_INIT("of"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER | FIELD_INHERIT,
		offsetof(struct spelling, code), &code_record, NULL, "the code"},
};

const struct record spelling_record = {
	RECORD("spelling", "a name or an alias with its code", fields, struct spelling),
};

static uint32_t
alias_count(const struct code *code)
{
	return code->rare == NULL ? 0 : code->rare->aliases.count;
}

static uint32_t
count_all(const struct vec *codes)
{
	uint32_t count = codes->count;
	for (uint32_t i = 0; i < codes->count; i++) {
		count += alias_count(VEC_AT(codes, struct code *, i));
	}
	return count;
}

static int
compare(const void *left, const void *right)
{
	const struct spelling *a = *(const struct spelling *const *)left;
	const struct spelling *b = *(const struct spelling *const *)right;
	return str_compare(text_str(a->name), text_str(b->name));
}

void
spelling_make_all(struct arena *arena, void *base)
{
	struct module *module = base;
	const struct vec *codes = &module->by_name;
	uint32_t capacity = count_all(codes), count = 0;
	if (module->spellings.count > 0 || capacity == 0) {
		return;
	}
	struct spelling *all = arena_alloc(arena, capacity * sizeof(*all));
	struct spelling **items = arena_alloc(arena, capacity * sizeof(*items));
	for (uint32_t i = 0; i < codes->count; i++) {
		const struct code *code = VEC_AT(codes, struct code *, i);
		all[count++] = (struct spelling){code->name, code, 0, false};
		uint32_t offset = code->name.length + 1;
		for (uint32_t j = 0; j < alias_count(code); j++) {
			struct text alias = VEC_AT(&code->rare->aliases, struct text, j);
			all[count++] = (struct spelling){alias, code, offset, true};
			offset += alias.length + 1;
		}
	}
	for (uint32_t i = 0; i < count; i++) {
		items[i] = &all[i];
	}
	if (count > codes->count) {
		qsort(items, count, sizeof(*items), compare);
	}
	module->spellings = (struct vec){items, count, count};
}
