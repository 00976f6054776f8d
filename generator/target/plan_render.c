#include "target/plan.h"

#include "base/path.h"
#include "mustache/render.h"
#include "output/recall.h"
#include "errspec.h"

/* Where the files go. */
struct delivery {
	struct workshop *workshop;
	struct outputs *outputs;
};

/* Whether a path that the spec gives may stand in programs, which name it; reports if not. */
static bool
is_plain(struct workshop *workshop, const struct planned_output *planned, struct str path)
{
	bool has_marks = path_has_marks(path);
	if (has_marks) {
		DIAG(workshop->load->sink, ERRSPEC_UNSAFE_OUTPUT, planned->from, path,
			STR("it holds a character that ends a name in quotes, or that a shell "
			    "obeys"));
	}
	return !has_marks;
}

/* Reports a path that several files of a plan ask for, or one each of two plans. */
static void
report_not_single(
	struct workshop *workshop, const struct plan *plan, const struct named_path *named)
{
	struct str own = text_str(plan->target->name);
	struct str first = text_str(named->user->target->name);
	struct arena *arena = workshop->load->arena;
	struct str remedy = plan == named->user
		? ARENA_JOIN(arena, STR("name one module as the spec, with '--target "), own,
			  STR("', or give each file its path under 'outputs' of the target"))
		: ARENA_JOIN(arena, STR("give each of them its own: --output="), first, STR("."),
			  named->name, STR("=PATH and --output="), own, STR("."), named->name,
			  STR("=PATH"));
	DIAG(workshop->load->sink, ERRSPEC_OUTPUT_NOT_SINGLE, ((struct span){0}), named->name,
		remedy);
}

/* A file that may name the others of its plan. */
struct relation {
	const struct delivery *delivery;
	struct plan *plan;
	const struct planned_output *planned;
	const void *const *data;
	struct str path; /* as people see it */
};

static void
relate(void *relation)
{
	const struct relation *file = relation;
	plan_relate(file->delivery->workshop, file->plan, file->delivery->outputs, file->planned,
		file->data, file->path);
}

/* Writes a file, for which the paths of others are found once its template asks for them. */
static bool
write(struct relation *file, struct out *out)
{
	file->plan->facts.relate = relate;
	file->plan->facts.relation = file;
	bool is_fine = render_run(file->planned->content, file->data, out);
	file->plan->facts.relate = NULL;
	return is_fine;
}

/* One file of an output, over the records in `data`. */
static bool
render_file(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data)
{
	struct delivery *delivery = owner;
	struct workshop *workshop = delivery->workshop;
	struct outputs *outputs = delivery->outputs;
	struct named_path *named = plan_named_path(workshop, plan, planned->output);
	bool is_moved = named != NULL || plan_move(plan, planned->output, data) != NULL;
	struct str path = plan_move_place(workshop, plan, planned, data);
	if (path.length == 0) {
		return false;
	}
	if (named != NULL && named->used++ > 0) {
		if (named->used == 2) { /* said once for all that follow */
			report_not_single(workshop, plan, named);
		}
		return false;
	}
	if (named != NULL) {
		named->user = plan;
	}
	if (!is_moved && planned->output->extra && recall_yields(outputs, path)) {
		return true;
	}
	if (is_moved && named == NULL && !is_plain(workshop, planned, path)) {
		return false;
	}
	if (is_moved && !plan_keeps_ties(workshop, plan, outputs, planned, data)) {
		return false;
	}
	path = named != NULL ? named->path : path;
	plan->facts.path = text_from(path, 0);
	struct span from = named != NULL ? (struct span){0} : planned->from;
	struct out *out = outputs_begin_of(
		outputs, from, &planned->cause, text_str(plan->target->name), path, named != NULL);
	struct relation file = {
		delivery, plan, planned, data, named != NULL ? path : outputs_shown(outputs, path)};
	bool done = out != NULL && write(&file, out);
	return out != NULL && outputs_end(outputs) && done;
}

/* As render_file, for the path alone. */
static bool
claim_file(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data)
{
	struct delivery *delivery = owner;
	struct str path = plan_move_place(delivery->workshop, plan, planned, data);
	bool is_moved = plan_move(plan, planned->output, data) != NULL;
	return path.length > 0 &&
		(!is_moved ||
			(is_plain(delivery->workshop, planned, path) &&
				plan_keeps_ties(delivery->workshop, plan, delivery->outputs,
					planned, data))) &&
		outputs_claim(delivery->outputs, planned->from, &planned->cause,
			text_str(plan->target->name), path);
}

bool
plan_render_paths(struct workshop *workshop, struct plan *plan, struct outputs *outputs)
{
	struct delivery delivery = {workshop, outputs};
	return plan_each(workshop, plan, claim_file, &delivery);
}

bool
plan_render(struct workshop *workshop, struct plan *plan, struct outputs *outputs)
{
	struct delivery delivery = {workshop, outputs};
	return plan_each(workshop, plan, render_file, &delivery);
}
