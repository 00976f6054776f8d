#include "spec/portion.h"

static const struct field fields[] = {
	{STR_INIT("codes"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct portion, codes), &code_record, NULL,
		"at most 500 codes, sorted by number"},
};

const struct record portion_record = {
	RECORD("portion", "some of the codes of a module", fields, struct portion),
};

void
portion_make_all(struct arena *arena, void *base)
{
	struct module *module = base;
	const struct vec *codes = &module->by_code;
	if (module->portions.count > 0) {
		return;
	}
	for (uint32_t from = 0; from < codes->count; from += PORTION_SIZE) {
		uint32_t left = codes->count - from;
		uint32_t count = left < PORTION_SIZE ? left : PORTION_SIZE;
		struct portion *portion = arena_alloc(arena, sizeof(*portion));
		portion->codes = (struct vec){(struct code **)codes->items + from, count, count};
		VEC_PUSH(&module->portions, arena, struct portion *, portion);
	}
}
