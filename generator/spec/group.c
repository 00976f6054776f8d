#include "spec/group.h"

#include "base/nearest.h"
#include "errspec.h"

struct group *
group_find(const struct module *module, struct str name)
{
	int64_t index = table_get(&module->group_names, name);
	return index == TABLE_NONE ? NULL : VEC_AT(&module->groups, struct group *, index);
}

void
group_report(struct diag_sink *sink, const struct module *module, struct text name, uint32_t source)
{
	struct nearest nearest = nearest_to(text_str(name));
	struct diag *diag = DIAG(sink, ERRSPEC_UNKNOWN_GROUP, text_span(name, source),
		text_str(module->name), text_str(name));
	for (uint32_t i = 0; diag_is_kept(sink, diag) && i < module->groups.count; i++) {
		nearest_consider(
			&nearest, text_str(VEC_AT(&module->groups, struct group *, i)->name));
	}
	nearest_suggest(sink->arena, diag, &nearest);
}

/*
 * Where the codes of each place begin; `of` says which place each code has. Those without a group
 * are at 0; a group has two, so that its heading stands before a constant if it has one.
 */
static uint32_t *
count_starts(struct arena *arena, const struct module *module, uint32_t *of)
{
	uint32_t *starts = arena_alloc(arena, (2 * module->groups.count + 2) * sizeof(*starts));
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		int64_t index = code->rare == NULL
			? TABLE_NONE
			: table_get(&module->group_names, text_str(code->rare->group));
		of[i] = index == TABLE_NONE ? 0
					    : 2 * (uint32_t)index + 1 + code_is_lookup_only(code);
		starts[of[i] + 1]++;
	}
	for (uint32_t i = 1; i <= 2 * module->groups.count; i++) {
		starts[i] += starts[i - 1];
	}
	return starts;
}

/* Tells the codes in a row of their groups, and the groups of theirs. */
static void
join(const struct module *module)
{
	struct code **codes = module->codes.items;
	for (uint32_t i = 0; i < module->codes.count; i++) {
		struct code_rare *rare = codes[i]->rare;
		struct group *group =
			rare == NULL ? NULL : group_find(module, text_str(rare->group));
		if (group != NULL) {
			rare->section = group;
			rare->begins_group = group->codes.count == 0;
			group->codes.items = rare->begins_group ? &codes[i] : group->codes.items;
			group->codes.capacity = ++group->codes.count;
		}
	}
}

void
group_sort(struct arena *arena, struct module *module)
{
	const struct vec codes = module->codes;
	for (uint32_t i = 0; i < module->groups.count; i++) {
		struct group *group = VEC_AT(&module->groups, struct group *, i);
		group->codes = (struct vec){0};
		table_put(&module->group_names, arena, text_str(group->name), i);
	}
	if (module->groups.count == 0 || codes.count == 0) {
		return;
	}
	struct code **sorted = arena_alloc(arena, codes.count * sizeof(*sorted));
	uint32_t *of = arena_alloc(arena, codes.count * sizeof(*of));
	uint32_t *starts = count_starts(arena, module, of);
	for (uint32_t i = 0; i < codes.count; i++) {
		sorted[starts[of[i]]++] = VEC_AT(&codes, struct code *, i);
	}
	module->codes = (struct vec){sorted, codes.count, codes.count};
	join(module);
}
