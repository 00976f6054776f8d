#include "target/plan.h"

/* The record that the file of another output shows beside `base`; NULL: none, or any of several. */
static const void *
record_for(const struct plan *plan, const struct target_output *output, const void *base,
	const struct target_output *other)
{
	const struct vec *records = plan_records(plan, other);
	return output->per == other->per ? base
		: records->count == 1    ? VEC_AT(records, const void *, 0)
					 : NULL;
}

bool
plan_relate(struct workshop *workshop, struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *const *data, struct str path)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < plan->outputs.count; i++) {
		const struct planned_output *other =
			&VEC_AT(&plan->outputs, struct planned_output, i);
		const void *their[] = {data[0], data[1], NULL};
		bool has_one = true;
		plan->siblings.slots[i] = NULL;
		if (plan_records(plan, other->output) != NULL) {
			their[2] = record_for(plan, planned->output, data[2], other->output);
			has_one = their[2] != NULL &&
				!plan_leaves_out_of(plan, other->output, their[2]);
		}
		if (has_one && !plan_leaves_out(workshop, plan, other)) {
			struct str theirs = plan_shown_path(workshop, plan, outputs, other, their);
			struct sibling *sibling = sibling_of(workshop->load->arena, path, theirs);
			sibling->moved = plan_named_path(workshop, plan, other->output) != NULL ||
				plan_move(plan, other->output, their) != NULL;
			plan->siblings.slots[i] = sibling;
			is_fine = is_fine && theirs.length > 0;
		}
	}
	return is_fine;
}
