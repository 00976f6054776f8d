#include "target/production.h"

#include "target/plan.h"
#include "target/refusals.h"
#include "target/regions.h"
#include "target/shown.h"
#include "target/undeclared.h"
#include "target/unmade.h"
#include "errspec.h"

static bool
prepare(struct workshop *workshop, const struct wish *wish)
{
	uint32_t count = workshop->plans.count;
	struct plan *plan = plan_make(workshop, wish->name, wish->from);
	if (plan != NULL && refusals_check(workshop, plan)) {
		VEC_PUSH(&workshop->plans, workshop->load->arena, struct plan *, plan);
	}
	return workshop->plans.count > count;
}

static void
report_setting(struct workshop *workshop, const struct setting *setting)
{
	struct arena *arena = workshop->load->arena;
	struct nearest nearest = nearest_to(setting->name);
	struct diag *diag =
		DIAG(workshop->load->sink, ERRSPEC_NO_SUCH_VAR, ((struct span){0}), setting->name);
	for (uint32_t i = 0; i < workshop->plans.count; i++) {
		const struct plan *plan = VEC_AT(&workshop->plans, struct plan *, i);
		vars_consider(arena, &nearest, &plan->vars);
	}
	nearest_suggest(arena, diag, &nearest);
}

/* Reports the settings that no prepared target has an entry for in its vars. */
static bool
check_settings(struct workshop *workshop)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < workshop->settings.count; i++) {
		const struct setting *setting = &VEC_AT(&workshop->settings, struct setting, i);
		if (setting->used == 0) {
			report_setting(workshop, setting);
			is_fine = false;
		}
	}
	return is_fine;
}

/* Whether the target has an output that is made of this spec. */
static bool
makes_something(const struct plan *plan)
{
	for (uint32_t i = 0; i < plan->target->outputs.count; i++) {
		const struct vec *records = plan_records(
			plan, VEC_AT(&plan->target->outputs, struct target_output *, i));
		if (records == NULL || records->count > 0) {
			return true;
		}
	}
	return plan->target->outputs.count == 0 || plan->regions.count > 0;
}

/* Warns of the targets that would make nothing in silence. */
static void
check_documents(struct workshop *workshop, const struct wishes *wishes)
{
	for (uint32_t i = 0; i < workshop->plans.count; i++) {
		const struct plan *plan = VEC_AT(&workshop->plans, struct plan *, i);
		struct str name = text_str(plan->target->name);
		int64_t index = table_get(&wishes->names, name);
		if (!makes_something(plan) && index != TABLE_NONE) {
			DIAG(workshop->load->sink, ERRSPEC_NO_DOCUMENTS,
				VEC_AT(&wishes->items, struct wish, index).from, name);
		}
	}
}

bool
production_prepare(struct workshop *workshop, const struct wishes *wishes)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < wishes->items.count; i++) {
		is_fine = prepare(workshop, &VEC_AT(&wishes->items, struct wish, i)) && is_fine;
	}
	check_documents(workshop, wishes);
	is_fine = unmade_check(workshop, wishes) && is_fine;
	if (is_fine && !wishes->is_partial) {
		undeclared_check(workshop);
	}
	return is_fine && check_settings(workshop) && shown_check(workshop);
}

const struct code *
production_find(struct workshop *workshop, struct str identifier, const struct module **module)
{
	const struct code *code = NULL;
	for (uint32_t i = 0; i < workshop->plans.count && code == NULL; i++) {
		code = plan_find(
			workshop, VEC_AT(&workshop->plans, struct plan *, i), identifier, module);
	}
	return code;
}

/* Reports a path for an output that no target of the run has, with the outputs that they have. */
static void
report_output(struct workshop *workshop, const struct named_path *named)
{
	struct arena *arena = workshop->load->arena;
	struct nearest nearest = nearest_to(named->name);
	struct str all = STR("");
	for (uint32_t i = 0; i < workshop->plans.count; i++) {
		const struct plan *plan = VEC_AT(&workshop->plans, struct plan *, i);
		bool has_none = plan->wish != NULL && plan->wish->regions_only;
		for (uint32_t j = 0; !has_none && j < plan->target->outputs.count; j++) {
			const struct target_output *output =
				VEC_AT(&plan->target->outputs, struct target_output *, j);
			struct str name = text_str(output->name);
			nearest_consider(&nearest, name);
			all = ARENA_JOIN(arena, all, all.length > 0 ? STR(", ") : STR(""),
				text_str(plan->target->name), STR("."), name);
		}
	}
	struct diag *diag =
		DIAG(workshop->load->sink, ERRSPEC_NO_SUCH_OUTPUT, ((struct span){0}), named->name);
	diag_help(diag,
		all.length > 0 ? ARENA_JOIN(arena, STR("the outputs are "), all)
			       : STR("there are none where 'regions_only' is true"));
	nearest_suggest(arena, diag, &nearest);
}

/* A path on the command line stands for one file. */
static bool
check_named_paths(struct workshop *workshop)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < workshop->named_paths.count; i++) {
		const struct named_path *named =
			&VEC_AT(&workshop->named_paths, struct named_path, i);
		if (named->used == 0) {
			report_output(workshop, named);
			is_fine = false;
		}
	}
	return is_fine;
}

bool
production_paths(struct workshop *workshop, struct str root)
{
	const struct load *load = workshop->load;
	struct outputs outputs = outputs_claim_alone(load->sink, load->limits, root);
	bool is_fine = regions_claim(workshop, &outputs);
	for (uint32_t i = 0; i < workshop->plans.count; i++) {
		struct plan *plan = VEC_AT(&workshop->plans, struct plan *, i);
		is_fine = plan_render_paths(workshop, plan, &outputs) && is_fine;
	}
	return is_fine;
}

bool
production_render(struct workshop *workshop, struct outputs *outputs)
{
	bool is_fine = regions_render(workshop, outputs);
	for (uint32_t i = 0; i < workshop->plans.count; i++) {
		struct plan *plan = VEC_AT(&workshop->plans, struct plan *, i);
		is_fine = plan_render(workshop, plan, outputs) && is_fine;
	}
	return is_fine && check_named_paths(workshop);
}

/* The target of this name, whether it was prepared or not; NULL without a report. */
static const struct target *
find_target(struct workshop *workshop, const struct wish *wish)
{
	struct arena *arena = workshop->load->arena;
	for (uint32_t i = 0; i < workshop->plans.count; i++) {
		const struct plan *plan = VEC_AT(&workshop->plans, struct plan *, i);
		if (str_equal(text_str(plan->target->name), wish->name)) {
			return plan->target;
		}
	}
	struct diag_sink silent = {
		.arena = arena, .sources = workshop->load->sink->sources, .limit = 1};
	struct load load = *workshop->load;
	struct store store = {.arena = arena, .sink = &silent, .limits = load.limits};
	load.sink = &silent;
	return target_open(&load, &store, &(struct vec){0}, &workshop->library,
		text_from(wish->name, wish->from.at), wish->from.source);
}

void
production_leaves(struct workshop *workshop, const struct wishes *wishes, struct globs *patterns)
{
	for (uint32_t i = 0; i < wishes->items.count; i++) {
		const struct wish *wish = &VEC_AT(&wishes->items, struct wish, i);
		const struct target *target = find_target(workshop, wish);
		for (uint32_t j = 0; target != NULL && j < target->leaves.count; j++) {
			globs_add(patterns, workshop->load->arena,
				text_str(VEC_AT(&target->leaves, struct text, j)));
		}
	}
	regions_globs(workshop, patterns);
}
