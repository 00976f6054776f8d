#include "target/plan.h"

#include "base/path.h"
#include "errspec.h"

/* A file that has a path of its own, and the records that it shows. */
struct moved_file {
	struct workshop *workshop;
	const struct plan *plan;
	const struct outputs *outputs;
	const struct planned_output *planned;
	const void *const *data;
	struct str path; /* as people see it */
};

/* "c.header", or the name that was typed. */
static struct str
name_of(const struct moved_file *file, const struct planned_output *planned)
{
	const struct named_path *named =
		plan_named_path(file->workshop, file->plan, planned->output);
	return named != NULL && planned == file->planned
		? named->name
		: ARENA_JOIN(file->workshop->load->arena, text_str(file->plan->target->name),
			  STR("."), text_str(planned->output->name));
}

/* How the file is put at `place`: where it was moved, if that is possible there. */
static struct str
way_to(const struct moved_file *file, struct str place)
{
	struct arena *arena = file->workshop->load->arena;
	const struct named_path *named =
		plan_named_path(file->workshop, file->plan, file->planned->output);
	struct str root = outputs_shown(file->outputs, STR(""));
	return named == NULL && str_starts(place, root)
		? ARENA_JOIN(arena, STR("write '"), str_skip(place, root.length), STR("'"))
		: ARENA_JOIN(arena, STR("write --output="), name_of(file, file->planned), STR("="),
			  place);
}

/* Reports a path from which another output is not where the manifest has it. */
static void
report_untied(const struct moved_file *file, const struct planned_output *other, struct str theirs,
	struct str place)
{
	struct load *load = file->workshop->load;
	struct str name = name_of(file, other);
	bool is_typed = plan_named_path(file->workshop, file->plan, file->planned->output) != NULL;
	struct diag *diag = DIAG(load->sink, ERRSPEC_OUTPUT_APART,
		is_typed ? (struct span){0} : file->planned->from, name_of(file, file->planned),
		file->path, name, theirs);
	diag_help(diag,
		ARENA_JOIN(load->arena, way_to(file, place), STR(", or give '"), name,
			STR("' a path that fits as well")));
}

/* Whether it stands as in the manifest to the file that another output makes of `record`. */
static bool
keeps_way(const struct moved_file *file, const struct planned_output *other, const void *record)
{
	struct workshop *workshop = file->workshop;
	struct arena *arena = workshop->load->arena;
	const void *their[] = {file->data[0], file->data[1], record};
	struct str usual = plan_path(workshop, file->planned, file->data);
	struct str their_usual = plan_path(workshop, other, their);
	struct str theirs = plan_shown_path(workshop, file->plan, file->outputs, other, their);
	if (usual.length == 0 || their_usual.length == 0 || theirs.length == 0) {
		return false;
	}
	struct str way = path_between(arena, their_usual, usual);
	struct str place = path_plain(arena, ARENA_JOIN(arena, path_folder(theirs), way));
	if (str_equal(place, path_plain(arena, file->path))) {
		return true;
	}
	report_untied(file, other, theirs, place);
	return false;
}

/*
 * Whether it stands so to all files of the other output that are made for it: to that of its own
 * record, or to those of all. False after a report.
 */
static bool
keeps_tie(const struct moved_file *file, const struct planned_output *other)
{
	const struct target_output *output = file->planned->output;
	const struct vec *records = plan_records(file->plan, other->output);
	if (plan_leaves_out(file->workshop, file->plan, other)) {
		return true;
	}
	if (records == NULL || output->per == other->output->per) {
		return keeps_way(file, other, records == NULL ? NULL : file->data[2]);
	}
	bool is_fine = true;
	uint32_t count = output->per == PER_CATALOGUE || records->count == 0
		? records->count
		: 1; /* the others lie like it */
	for (uint32_t i = 0; is_fine && i < count; i++) {
		is_fine = keeps_way(file, other, VEC_AT(records, const void *, i));
	}
	return is_fine;
}

bool
plan_keeps_ties(struct workshop *workshop, struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *const *data)
{
	const struct vec *ties = &planned->output->ties;
	struct moved_file file = {workshop, plan, outputs, planned, data, STR("")};
	file.path = plan_shown_path(workshop, plan, outputs, planned, data);
	bool is_fine = file.path.length > 0;
	for (uint32_t i = 0; is_fine && i < ties->count; i++) {
		struct str tie = text_str(VEC_AT(ties, struct text, i));
		is_fine = keeps_tie(&file, plan_output(plan, tie));
	}
	return is_fine;
}
