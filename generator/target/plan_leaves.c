#include "target/plan.h"

bool
plan_leaves_out(
	struct workshop *workshop, const struct plan *plan, const struct target_output *output)
{
	if (!output->extra || plan_named_path(workshop, plan, output) != NULL) {
		return false;
	}
	for (uint32_t i = 0; i < plan->outputs.count; i++) {
		if (plan_named_path(workshop, plan,
			    VEC_AT(&plan->outputs, struct planned_output, i).output) != NULL) {
			return true;
		}
	}
	return false;
}
