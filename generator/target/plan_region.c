#include "target/plan.h"

bool
plan_region_is_named(const struct workshop *workshop, const struct plan *plan)
{
	const struct vec *modules = &workshop->catalogue->modules;
	struct str name = text_str(plan->target->name);
	bool has_some = plan->wish != NULL && plan->wish->regions.count > 0;
	for (uint32_t i = 0; i < modules->count && !has_some; i++) {
		const struct module *module = VEC_AT(modules, const struct module *, i);
		const struct choice_of_target *choice = choice_find(&module->targets, name);
		has_some = choice != NULL && choice->regions.count > 0;
	}
	return has_some;
}

bool
plan_region_render(struct workshop *workshop, struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *record, struct str path, struct buf *text)
{
	const void *data[] = {&plan->facts, &plan->catalogue, record};
	bool is_module = planned->output->per == PER_MODULE;
	plan->facts.path = text_from(path, 0);
	plan->facts.spec = plan_spec(workshop,
		is_module ? ((const struct module *)record)->source : workshop->catalogue->source);
	return plan_relate(workshop, plan, outputs, planned, data, outputs_shown(outputs, path)) &&
		plan_print(workshop, planned->content, data, text);
}
