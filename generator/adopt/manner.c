#include "adopt/manner.h"

static uint32_t
count(const struct found_trait *trait)
{
	uint32_t count = 0;
	for (; trait != NULL; trait = trait->next) {
		count++;
	}
	return count;
}

/* A map for so many entries: there may be very many maps of few. */
static struct value
room_for(struct arena *arena, uint32_t entries)
{
	struct value map = {.kind = VALUE_MAP};
	map.items.items = arena_alloc(arena, entries * sizeof(struct value_entry));
	map.items.capacity = entries;
	return map;
}

void
manner_add(struct arena *arena, struct value *vars, const struct found_trait *trait)
{
	for (; trait != NULL; trait = trait->next) {
		if (value_get(vars, trait->var) == NULL) {
			struct value *value = arena_alloc(arena, sizeof(*value));
			*value = (struct value){.kind = trait->is_true ? VALUE_BOOL : VALUE_STRING,
				.text = trait->is_true ? STR("true") : trait->text};
			value_add(arena, vars, trait->var, value);
		}
	}
}

struct value *
manner_without(struct arena *arena, const struct value *vars, struct str var)
{
	struct value *others = arena_alloc(arena, sizeof(*others));
	others->kind = VALUE_MAP;
	for (uint32_t i = 0; i < vars->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&vars->items, struct value_entry, i);
		if (!str_equal(entry->key, var)) {
			value_add(arena, others, entry->key, entry->value);
		}
	}
	return others;
}

static struct choice_of_target *
choose(struct arena *arena, struct vec *choices, struct str target)
{
	struct choice_of_target *choice = arena_alloc(arena, sizeof(*choice));
	choice->name = text_from(target, 0);
	VEC_PUSH(choices, arena, struct choice_of_target *, choice);
	return choice;
}

/* From the first trait on that is of functions, which are the last. */
static const struct found_trait *
of_functions(const struct found_trait *trait)
{
	while (trait != NULL && !trait->is_of_function) {
		trait = trait->next;
	}
	return trait;
}

/* Adds what a further file says of the functions of a module. */
static void
add_functions(struct intake *intake, const struct intake_module *into)
{
	struct arena *arena = intake->load.arena;
	const struct vec *targets = &into->made->module->targets;
	if (targets->count > 0) {
		struct value *vars = VEC_AT(targets, struct choice_of_target *, 0)->vars;
		manner_add(arena, vars, of_functions(into->greatest->traits));
		manner_add(arena, vars, of_functions(intake->found->traits));
	}
}

void
manner_keep(struct intake *intake, const struct intake_module *into)
{
	struct arena *arena = intake->load.arena;
	const struct found_group *group = into->greatest;
	struct value *vars = arena_alloc(arena, sizeof(*vars));
	if (intake->rules->target.length == 0 || group == NULL ||
		into->made->module->type == TYPE_STRING) {
		return;
	}
	if (!into->made->is_new) {
		add_functions(intake, into);
		return;
	}
	const struct found_trait *of_file =
		intake->modules.count == 1 ? intake->found->traits : NULL;
	*vars = room_for(arena, count(of_file) + count(group->traits) + count(into->marks));
	manner_add(arena, vars, of_file);
	manner_add(arena, vars, group->traits);
	manner_add(arena, vars, into->marks);
	if (vars->items.count > 0) {
		choose(arena, &into->made->module->targets, intake->rules->target)->vars = vars;
	}
}

void
manner_choose(struct arena *arena, struct catalogue *catalogue, struct str target)
{
	if (choice_find(&catalogue->targets, target) == NULL) {
		choose(arena, &catalogue->targets, target);
	}
}
