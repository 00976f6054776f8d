#include "cli/command.h"

#include "cli/format.h"
#include "cli/out_folder.h"
#include "cli/strays.h"
#include "spec/resolve.h"
#include "target/production.h"

static const enum option_id options[] = {
	OPTION_FORMAT, OPTION_TEMPLATES, OPTION_VAR, OPTION_COVERAGE, OPTION_FOLLOW, OPTION_END};

/* The spec by itself, and with each target that it asks for: its templates and identifiers. */
static void
check_all(struct run *run)
{
	struct catalogue *catalogue = run_load(run);
	if (catalogue == NULL) {
		return;
	}
	strays_check(run, catalogue);
	run_check_coverage(run, catalogue);
	struct wishes wishes = wishes_of(catalogue, &run->arena);
	struct workshop workshop;
	bool is_open = run_open_workshop(run, catalogue, &workshop);
	if (is_open && (wishes.items.count > 0 || run->options.vars.count > 0)) {
		resolve_derived(&run->load, catalogue);
		if (production_prepare(&workshop, &wishes)) {
			production_paths(&workshop, out_folder(run, catalogue).folder);
		}
	}
}

static void
perform_check(struct run *run)
{
	if (format_accept(run)) {
		run_each_spec(run, check_all);
		format_show(run);
	}
}

const struct command check_command = {
	.name = STR_INIT("check"),
	.arguments = "[SPEC…]",
	.doc = "check specs and report all that is wrong with them",
	.most = UINT32_MAX,
	.arguments_are = ARGUMENTS_SPEC,
	.is_of_project = true,
	.options = options,
	.formats = format_choices,
	.perform = perform_check,
};
