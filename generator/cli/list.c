#include "cli/command.h"

#include "cli/codes.h"

static const enum option_id options[] = {OPTION_FORMAT, OPTION_LANGUAGE, OPTION_FOLLOW, OPTION_END};

static void
list_all(struct run *run, const struct catalogue *catalogue)
{
	struct vec entries = {0};
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		for (uint32_t j = 0; j < module->codes.count; j++) {
			codes_add(run, &entries, module, VEC_AT(&module->codes, struct code *, j));
		}
	}
	codes_show(run, &entries);
}

static void
perform_list(struct run *run)
{
	const struct catalogue *catalogue = codes_accept(run) ? run_load_derived(run) : NULL;
	if (catalogue != NULL) {
		list_all(run, catalogue);
	}
}

const struct command list_command = {
	.name = STR_INIT("list"),
	.arguments = "[SPEC]",
	.doc = "list the codes",
	.most = 1,
	.arguments_are = ARGUMENTS_SPEC,
	.is_of_project = true,
	.options = options,
	.formats = codes_formats,
	.perform = perform_list,
};
