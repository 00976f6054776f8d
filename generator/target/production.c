#include "target/production.h"

#include "target/plan.h"

bool
production_prepare(struct production *production, struct str target, struct span from)
{
	struct plan *plan = plan_make(production, target, from);
	if (plan != NULL) {
		VEC_PUSH(&production->plans, production->load->arena, struct plan *, plan);
	}
	return plan != NULL;
}

static void
report_setting(struct production *production, const struct setting *setting)
{
	struct arena *arena = production->load->arena;
	struct nearest nearest = nearest_to(setting->name);
	struct diag *diag = DIAG(
		production->load->sink, ERRSPEC_NO_SUCH_VAR, ((struct span){0}), setting->name);
	for (uint32_t i = 0; i < production->plans.count; i++) {
		const struct plan *plan = VEC_AT(&production->plans, struct plan *, i);
		vars_consider(arena, &nearest, &plan->vars);
	}
	nearest_suggest(arena, diag, &nearest);
}

bool
production_check_settings(struct production *production)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < production->settings.count; i++) {
		const struct setting *setting = &VEC_AT(&production->settings, struct setting, i);
		if (setting->used == 0) {
			report_setting(production, setting);
			is_fine = false;
		}
	}
	return is_fine;
}

/* A path on the command line stands for one file. */
static bool
check_named_paths(struct production *production)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < production->named_paths.count; i++) {
		const struct named_path *named =
			&VEC_AT(&production->named_paths, struct named_path, i);
		if (named->used == 0) {
			DIAG(production->load->sink, ERRSPEC_NO_SUCH_OUTPUT, ((struct span){0}),
				named->name);
			is_fine = false;
		}
	}
	return is_fine;
}

bool
production_render(struct production *production, struct outputs *outputs)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < production->plans.count; i++) {
		struct plan *plan = VEC_AT(&production->plans, struct plan *, i);
		is_fine = plan_render(production, plan, outputs) && is_fine;
	}
	return is_fine && check_named_paths(production);
}
