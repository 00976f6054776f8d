#include "target/plan.h"

struct share {
	struct workshop *workshop;
	struct outputs *outputs;
};

/* Notes a file that is no extra, for what is left to other specs. */
static bool
share_file(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data)
{
	struct share *sharing = owner;
	struct workshop *workshop = sharing->workshop;
	if (planned->output->extra || plan_named_path(workshop, plan, planned->output) != NULL) {
		return true;
	}
	struct str path = plan_path(workshop, planned, data);
	ledger_share(&sharing->outputs->ledger, workshop->load->arena, path);
	return path.length > 0;
}

bool
plan_share(struct workshop *workshop, struct plan *plan, struct outputs *outputs)
{
	struct share sharing = {workshop, outputs};
	return outputs->ledger.others.count == 0 || plan_each(workshop, plan, share_file, &sharing);
}
