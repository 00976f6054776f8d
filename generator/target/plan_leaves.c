#include "target/plan.h"

/* Whether the output is of use where it stands without --output alone. */
static bool
goes_with_layout(const struct target_output *output)
{
	return output->extra || output->project;
}

bool
plan_leaves_out(
	struct workshop *workshop, const struct plan *plan, const struct target_output *output)
{
	if (plan->wish != NULL && plan->wish->outputs == CHOICE_NONE) {
		return true;
	}
	if (!goes_with_layout(output) || plan_named_path(workshop, plan, output) != NULL) {
		return false;
	}
	for (uint32_t i = 0; i < plan->outputs.count; i++) {
		const struct target_output *other =
			VEC_AT(&plan->outputs, struct planned_output, i).output;
		if (!goes_with_layout(other) && plan_named_path(workshop, plan, other) != NULL) {
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
	return choice != NULL && choice->outputs == CHOICE_NONE;
}
