#include "adopt/manner.h"

/* Whether two groups are written alike. */
static bool
is_alike(const struct value *a, const struct value *b)
{
	bool is_fine = a->items.count == b->items.count;
	for (uint32_t i = 0; is_fine && i < a->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&a->items, struct value_entry, i);
		const struct value *other = value_get(b, entry->key);
		is_fine = other != NULL && str_equal(entry->value->text, other->text);
	}
	return is_fine;
}

/* How all groups of the module are written; NULL if that is not said, or they differ. */
static const struct value *
vars_of(const struct intake *intake, const struct intake_module *into)
{
	const struct value *vars = NULL;
	for (uint32_t i = 0; i < intake->found->groups.count; i++) {
		const struct found_group *group =
			VEC_AT(&intake->found->groups, struct found_group *, i);
		bool is_own = VEC_AT(&intake->owners, struct intake_module *, i) == into;
		if (!is_own || group->codes.count == 0) {
			continue;
		}
		if (group->vars == NULL || (vars != NULL && !is_alike(vars, group->vars))) {
			return NULL;
		}
		vars = group->vars;
	}
	return vars;
}

/* The vars of a file that is all of the module, and then its own. */
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
			value_add(arena, all, entry->key, entry->value);
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
