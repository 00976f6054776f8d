#include "target/unmade.h"

#include "target/moves.h"
#include "target/target_names.h"
#include "target/vars.h"

/* A target that is not made, ready to have its vars replaced. */
struct unmade {
	struct target *target; /* NULL: it was reported */
	struct vars vars;
};

/* The look at what modules say of other targets. */
struct inspection {
	struct workshop *workshop;
	const struct wishes *wishes;
	struct target_names names;
	struct vec items; /* struct unmade * */
	struct table index; /* → `items` */
};

static struct unmade *
open(struct inspection *inspection, struct text name, uint32_t source)
{
	struct workshop *workshop = inspection->workshop;
	struct load *load = workshop->load;
	const struct vec none = {0};
	int64_t known = table_get(&inspection->index, text_str(name));
	if (known != TABLE_NONE) {
		return VEC_AT(&inspection->items, struct unmade *, known);
	}
	struct unmade *unmade = arena_alloc(load->arena, sizeof(*unmade));
	unmade->target = target_open(
		load, &workshop->store, &workshop->shared, &workshop->library, name, source);
	if (unmade->target != NULL) {
		unmade->vars = vars_make(load, unmade->target, (struct vars_source){0}, &none);
	}
	table_put(&inspection->index, load->arena, text_str(name), inspection->items.count);
	VEC_PUSH(&inspection->items, load->arena, struct unmade *, unmade);
	return unmade;
}

static void
check_choice(struct inspection *inspection, const struct choice_of_target *choice,
	const struct module *module)
{
	struct workshop *workshop = inspection->workshop;
	const struct vec none = {0};
	if (table_get(&inspection->names.index, text_str(choice->name)) == TABLE_NONE) {
		target_names_report(
			workshop->load, &workshop->library, choice->name, module->source);
		return;
	}
	struct vars_source own = {choice, module->source, true};
	struct unmade *unmade = inspection->wishes->is_partial
		? NULL
		: open(inspection, choice->name, module->source);
	if (unmade != NULL && unmade->target != NULL) {
		vars_of_module(workshop->load, unmade->target, &unmade->vars, own, &none);
		moves_check(workshop->load, unmade->target, &own, &own);
	}
}

bool
unmade_check(struct workshop *workshop, const struct wishes *wishes)
{
	struct load *load = workshop->load;
	const struct vec *modules = &workshop->catalogue->modules;
	struct inspection inspection = {.workshop = workshop, .wishes = wishes};
	uint32_t errors = load->sink->errors;
	for (uint32_t i = 0; i < modules->count; i++) {
		const struct module *module = VEC_AT(modules, const struct module *, i);
		if (module->targets.count > 0 && inspection.names.items.count == 0) {
			target_names(load, &workshop->library, &inspection.names);
		}
		for (uint32_t j = 0; j < module->targets.count; j++) {
			const struct choice_of_target *choice =
				VEC_AT(&module->targets, const struct choice_of_target *, j);
			if (table_get(&wishes->names, text_str(choice->name)) == TABLE_NONE) {
				check_choice(&inspection, choice, module);
			}
		}
	}
	return load->sink->errors == errors;
}
