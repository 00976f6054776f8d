#include "target/plan.h"

#include "base/path.h"
#include "errspec.h"

/* Reports a path from which another output is not where the manifest has it. */
static void
report_untied(struct workshop *workshop, const struct plan *plan, const struct named_path *named,
	const struct planned_output *other, struct str theirs, struct str place)
{
	struct arena *arena = workshop->load->arena;
	struct str target = text_str(plan->target->name);
	struct str name = ARENA_JOIN(arena, target, STR("."), text_str(other->output->name));
	struct diag *diag = DIAG(workshop->load->sink, ERRSPEC_OUTPUT_APART, ((struct span){0}),
		named->name, named->path, name, theirs);
	diag_help(diag,
		ARENA_JOIN(arena, STR("write --output="), named->name, STR("="), place,
			STR(", or give '"), name, STR("' a path that fits as well")));
}

/* Whether the output at `named` stands to another one as in the manifest; false after a report. */
static bool
keeps_tie(struct workshop *workshop, struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *const *data, struct str tie)
{
	struct arena *arena = workshop->load->arena;
	const struct named_path *named = plan_named_path(workshop, plan, planned->output);
	const struct planned_output *other = plan_output(plan, tie);
	const struct vec *records = plan_records(plan, other->output);
	const void *their[] = {data[0], data[1], NULL};
	if (plan_leaves_out(workshop, plan, other->output) ||
		(records != NULL && records->count == 0)) {
		return true;
	}
	if (records != NULL) {
		their[2] = planned->output->per == other->output->per
			? data[2]
			: VEC_AT(records, const void *, 0); /* the others lie like it */
	}
	struct str usual = plan_path(workshop, planned, data);
	struct str their_usual = plan_path(workshop, other, their);
	struct str theirs = plan_shown_path(workshop, plan, outputs, other, their);
	if (usual.length == 0 || their_usual.length == 0 || theirs.length == 0) {
		return false;
	}
	struct str way = path_between(arena, their_usual, usual);
	struct str place = path_plain(arena, ARENA_JOIN(arena, path_folder(theirs), way));
	if (str_equal(place, path_plain(arena, named->path))) {
		return true;
	}
	report_untied(workshop, plan, named, other, theirs, place);
	return false;
}

bool
plan_keeps_ties(struct workshop *workshop, struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *const *data)
{
	const struct vec *ties = &planned->output->ties;
	bool is_fine = true;
	for (uint32_t i = 0; is_fine && i < ties->count; i++) {
		struct str tie = text_str(VEC_AT(ties, struct text, i));
		is_fine = keeps_tie(workshop, plan, outputs, planned, data, tie);
	}
	return is_fine;
}
