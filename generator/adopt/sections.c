#include "adopt/sections.h"

#include "adopt/holder.h"
#include "adopt/module_name.h"
#include "spec/group.h"

/* The names and titles of the module's groups, few of which are ever asked for. */
static struct table *
headings_of(struct intake *intake, struct intake_module *into)
{
	if (into->headings == NULL) {
		into->headings = arena_alloc(&intake->scratch, sizeof(*into->headings));
	}
	return into->headings;
}

/* A group of the module under this title, with a name that no other one has. */
static struct group *
add_group(struct intake *intake, struct intake_module *into, struct text title)
{
	struct arena *arena = intake->load.arena;
	struct vec *groups = &into->made->module->groups;
	struct group *group = arena_alloc(arena, sizeof(*group));
	struct str name = module_name_of_text(intake, text_str(title));
	if (name.length == 0 || table_get(headings_of(intake, into), name) != TABLE_NONE) {
		name = ARENA_JOIN(arena, name.length > 0 ? name : STR("group"), STR("_"),
			arena_number(arena, groups->count + 1));
	}
	table_put(headings_of(intake, into), &intake->scratch, name, groups->count);
	group->name = text_from(name, 0);
	group->title = text_from(arena_copy(arena, text_str(title)), title.at);
	VEC_PUSH(groups, arena, struct group *, group);
	return group;
}

/* A group of the module for each section (struct group *). */
static struct vec
add_groups(struct intake *intake, struct intake_module *into, const struct vec *sections,
	uint32_t count)
{
	struct vec groups = {0};
	for (uint32_t i = 0; i < count; i++) {
		const struct found_value *title = &VEC_AT(sections, struct found_section, i).title;
		VEC_PUSH(&groups, &intake->scratch, struct group *,
			add_group(intake, into, text_from(title->text, title->at)));
	}
	return groups;
}

/* Notes the groups that the module has, under their names and their titles. */
static void
note_groups(struct intake *intake, struct intake_module *into)
{
	const struct vec *groups = &into->made->module->groups;
	bool is_noted = headings_of(intake, into)->count > 0;
	for (uint32_t i = 0; !is_noted && i < groups->count; i++) {
		const struct group *group = VEC_AT(groups, struct group *, i);
		table_put(headings_of(intake, into), &intake->scratch, text_str(group->name), i);
		table_put(headings_of(intake, into), &intake->scratch, text_str(group->title), i);
	}
}

struct str
sections_find(struct intake *intake, struct intake_module *into, struct str said)
{
	note_groups(intake, into);
	int64_t index = table_get(headings_of(intake, into), said);
	const struct vec *groups = &into->made->module->groups;
	return index == TABLE_NONE ? STR("")
				   : text_str(VEC_AT(groups, struct group *, index)->name);
}

struct str
sections_add(struct intake *intake, struct intake_module *into, struct text title)
{
	struct group *group = add_group(intake, into, title);
	uint32_t index = into->made->module->groups.count - 1;
	table_put(headings_of(intake, into), &intake->scratch, text_str(group->title), index);
	if (!into->made->is_new) {
		VEC_PUSH(&into->made->groups, intake->load.arena, struct group *, group);
	}
	return text_str(group->name);
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
sections_keep(
	struct intake *intake, struct intake_module *into, const struct adopted_group *adopted)
{
	const struct vec *sections = &adopted->found->sections;
	uint32_t count = count_used(adopted);
	if (!into->made->is_new || !are_parted(sections, count)) {
		return;
	}
	struct vec groups = add_groups(intake, into, sections, count);
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
