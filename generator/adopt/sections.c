#include "adopt/sections.h"

#include "adopt/holder.h"
#include "adopt/module_name.h"
#include "spec/group.h"

/* A group of the module for a section, with a name that no other one has. */
static struct group *
add_group(struct intake *intake, struct module *module, const struct found_section *section,
	struct table *names)
{
	struct arena *arena = intake->load.arena;
	struct group *group = arena_alloc(arena, sizeof(*group));
	struct str name = module_name_of_text(intake, section->title.text);
	struct str number = arena_number(arena, module->groups.count + 1);
	if (name.length == 0 || table_get(names, name) != TABLE_NONE) {
		name = ARENA_JOIN(arena, name.length > 0 ? name : STR("group"), STR("_"), number);
	}
	table_put(names, &intake->scratch, name, 0);
	group->name = text_from(name, 0);
	group->title = text_from(arena_copy(arena, section->title.text), section->title.at);
	VEC_PUSH(&module->groups, arena, struct group *, group);
	return group;
}

/* A group of the module for each section (struct group *). */
static struct vec
add_groups(struct intake *intake, struct module *module, const struct vec *sections, uint32_t count)
{
	struct vec groups = {0};
	struct table names = {0};
	for (uint32_t i = 0; i < count; i++) {
		VEC_PUSH(&groups, &intake->scratch, struct group *,
			add_group(intake, module, &VEC_AT(sections, struct found_section, i),
				&names));
	}
	return groups;
}

/* How many of the headings have a code below them: behind the last one there may be marks alone. */
static uint32_t
count_used(const struct adopted_group *adopted)
{
	const struct vec *sections = &adopted->found->sections, *codes = &adopted->found->codes;
	uint32_t used = 0, end = adopted->codes.count == 0 ? 0 : codes->count;
	const struct found_code *last = end == 0
		? NULL
		: VEC_AT(&adopted->codes, struct adopted_code *, adopted->codes.count - 1)->found;
	while (end > 0 && VEC_AT(codes, struct found_code *, end - 1) != last) {
		end--;
	}
	while (used < sections->count && VEC_AT(sections, struct found_section, used).first < end) {
		used++;
	}
	return used;
}

/* Whether headings part the codes: one above all of them says nothing that the title does not. */
static bool
are_parted(const struct vec *sections, uint32_t count)
{
	return count > 1 || (count == 1 && VEC_AT(sections, struct found_section, 0).first > 0);
}

void
sections_keep(struct intake *intake, const struct intake_module *into,
	const struct adopted_group *adopted)
{
	const struct vec *sections = &adopted->found->sections;
	uint32_t count = count_used(adopted);
	if (!into->made->is_new || !are_parted(sections, count)) {
		return;
	}
	struct vec groups = add_groups(intake, into->made->module, sections, count);
	for (uint32_t i = 0, at = 0, begun = 0; i < adopted->codes.count; i++, at++) {
		const struct adopted_code *code = VEC_AT(&adopted->codes, struct adopted_code *, i);
		while (VEC_AT(&adopted->found->codes, struct found_code *, at) != code->found) {
			at++; /* what has found no place */
		}
		while (begun < count && VEC_AT(sections, struct found_section, begun).first <= at) {
			begun++;
		}
		struct code_rare *rare = begun == 0 || code->code == NULL
			? NULL
			: holder_rare(intake->load.arena, code->code);
		if (rare != NULL && rare->group.length == 0) {
			rare->group = VEC_AT(&groups, struct group *, begun - 1)->name;
		}
	}
}
