#include "target/plan.h"

struct str
plan_shown_path(struct workshop *workshop, const struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *const *data)
{
	const struct named_path *named = plan_named_path(workshop, plan, planned->output);
	if (named != NULL) {
		return named->path;
	}
	struct str path = plan_move_place(workshop, plan, planned, data);
	return path.length == 0 ? path : outputs_shown(outputs, path);
}
