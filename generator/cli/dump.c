#include "cli/command.h"

#include "spec/dump.h"
#include "target/production.h"
#include "target/view.h"
#include "errspec.h"

static const enum option_id options[] = {
	OPTION_TARGET, OPTION_TEMPLATES, OPTION_VAR, OPTION_LANGUAGE, OPTION_FOLLOW, OPTION_END};

/* The catalogue as the templates of one target see it. */
static void
dump_view(struct run *run, struct catalogue *catalogue, struct json *json)
{
	struct workshop workshop;
	struct str target = VEC_AT(&run->options.targets, struct str, 0);
	struct wishes wishes = {.is_partial = true};
	if (run->options.targets.count > 1) {
		run_refuse(run, STR("--target"), VEC_AT(&run->options.targets, struct str, 1),
			STR("one target here"));
		return;
	}
	wishes_add(&wishes, &run->arena, target, (struct span){0});
	if (!run_open_workshop(run, catalogue, &workshop) ||
		!production_prepare(&workshop, &wishes) || !view_write(json, &workshop)) {
		run->text.length = 0;
	}
}

/* Without a target there are no vars to replace: reports those that were given. */
static bool
has_no_vars(struct run *run, struct catalogue *catalogue)
{
	struct workshop workshop;
	const struct wishes none = {.is_partial = true};
	return run_open_workshop(run, catalogue, &workshop) && production_prepare(&workshop, &none);
}

static void
perform_dump(struct run *run)
{
	struct catalogue *catalogue = run_load_derived(run);
	struct json json = {.buf = &run->text, .is_pretty = true};
	run->is_data = true;
	if (catalogue != NULL && run->options.targets.count > 0) {
		dump_view(run, catalogue, &json);
	} else if (catalogue != NULL && has_no_vars(run, catalogue)) {
		dump_record(&json, &catalogue_record, catalogue);
	}
	if (run->text.length > 0) {
		buf_add_char(&run->text, '\n');
	}
}

const struct command dump_command = {
	.name = STR_INIT("dump"),
	.arguments = "[SPEC]",
	.doc = "show the whole spec as JSON, defaults and all, or what a target's templates see",
	.most = 1,
	.arguments_are = ARGUMENTS_SPEC,
	.is_of_project = true,
	.options = options,
	.perform = perform_dump,
};
