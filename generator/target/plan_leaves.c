#include "target/plan.h"

/* Whether somebody gives it a path of its own. */
static bool
is_moved(struct workshop *workshop, const struct plan *plan, const struct planned_output *planned)
{
	return planned->is_moved || plan_named_path(workshop, plan, planned->output) != NULL;
}

/* Whether the output is of use where it stands where its manifest has it alone. */
static bool
goes_with_layout(const struct target_output *output)
{
	return output->extra || output->project;
}

bool
plan_leaves_out(
	struct workshop *workshop, const struct plan *plan, const struct planned_output *planned)
{
	if (plan->wish != NULL && plan->wish->regions_only) {
		return true;
	}
	if (!goes_with_layout(planned->output) || is_moved(workshop, plan, planned)) {
		return false;
	}
	for (uint32_t i = 0; i < plan->outputs.count; i++) {
		const struct planned_output *other =
			&VEC_AT(&plan->outputs, struct planned_output, i);
		if (!goes_with_layout(other->output) && is_moved(workshop, plan, other)) {
			return true;
		}
	}
	return false;
}

bool
plan_leaves_out_of(const struct plan *plan, const struct target_output *output, const void *record)
{
	const struct choice_of_target *choice = output->per == PER_MODULE
		? choice_find(
			  &((const struct module *)record)->targets, text_str(plan->target->name))
		: NULL;
	return choice != NULL && choice->regions_only;
}
