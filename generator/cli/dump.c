#include "cli/command.h"

#include "spec/dump.h"

static const enum option_id options[] = {OPTION_END};

static void
perform(struct run *run)
{
	const struct catalogue *catalogue = run_load_views(run);
	if (catalogue != NULL) {
		struct json json = {.buf = &run->text, .is_pretty = true};
		dump_record(&json, &catalogue_record, catalogue);
		buf_add_char(&run->text, '\n');
	}
}

const struct command dump_command = {
	.name = STR_INIT("dump"),
	.arguments = "[SPEC]",
	.doc = "show the whole spec as JSON, defaults and all",
	.most = 1,
	.options = options,
	.perform = perform,
};
