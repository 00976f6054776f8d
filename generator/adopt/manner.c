#include "adopt/manner.h"

/* How the greatest group of the module is written; NULL if that is not said. */
static const struct value *
vars_of(const struct intake *intake, const struct intake_module *into)
{
	const struct found_group *greatest = NULL;
	for (uint32_t i = 0; i < intake->found->groups.count; i++) {
		const struct found_group *group =
			VEC_AT(&intake->found->groups, struct found_group *, i);
		bool is_own = VEC_AT(&intake->owners, struct intake_module *, i) == into;
		if (is_own && (greatest == NULL || group->codes.count > greatest->codes.count)) {
			greatest = group;
		}
	}
	return greatest == NULL ? NULL : greatest->vars;
}

/* The vars of a file that becomes one module, and those of a group that it has not. */
static struct value *
joined(struct intake *intake, const struct value *vars)
{
	struct arena *arena = intake->load.arena;
	const struct value *const parts[] = {
		intake->modules.count == 1 ? intake->found->vars : NULL, vars};
	struct value *all = arena_alloc(arena, sizeof(*all));
	*all = (struct value){.kind = VALUE_MAP};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		for (uint32_t j = 0; parts[i] != NULL && j < parts[i]->items.count; j++) {
			const struct value_entry *entry =
				&VEC_AT(&parts[i]->items, struct value_entry, j);
			if (value_get(all, entry->key) == NULL) {
				value_add(arena, all, entry->key, entry->value);
			}
		}
	}
	return all;
}

static struct choice_of_target *
choose(struct arena *arena, struct vec *choices, struct str target)
{
	struct choice_of_target *choice = arena_alloc(arena, sizeof(*choice));
	choice->name = text_from(target, 0);
	VEC_PUSH(choices, arena, struct choice_of_target *, choice);
	return choice;
}

void
manner_keep(struct intake *intake, const struct intake_module *into)
{
	const struct value *vars = vars_of(intake, into);
	if (vars != NULL && intake->rules->target.length > 0) {
		struct vec *choices = &into->made->module->targets;
		choose(intake->load.arena, choices, intake->rules->target)->vars =
			joined(intake, vars);
	}
}

void
manner_choose(struct arena *arena, struct catalogue *catalogue, struct str target)
{
	if (choice_find(&catalogue->targets, target) == NULL) {
		choose(arena, &catalogue->targets, target);
	}
}
