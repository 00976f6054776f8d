#include "spec/group.h"

static const struct field fields[] = {
	{STR_INIT("codes"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct group, codes), &code_record, NULL,
		"at most 500 codes, sorted by number"},
};

const struct record group_record = {
	RECORD("group", "some of the codes of a module", fields, struct group),
};

void
group_make_all(struct arena *arena, void *base)
{
	struct module *module = base;
	const struct vec *codes = &module->by_code;
	if (module->groups.count > 0) {
		return;
	}
	for (uint32_t from = 0; from < codes->count; from += GROUP_SIZE) {
		uint32_t left = codes->count - from;
		uint32_t count = left < GROUP_SIZE ? left : GROUP_SIZE;
		struct group *group = arena_alloc(arena, sizeof(*group));
		group->codes = (struct vec){(struct code **)codes->items + from, count, count};
		VEC_PUSH(&module->groups, arena, struct group *, group);
	}
}
