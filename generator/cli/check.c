#include "cli/command.h"

#include "base/report.h"

static const enum option_id options[] = {OPTION_FORMAT, OPTION_END};

static void
perform(struct run *run)
{
	struct str format = run->options.format;
	bool is_gcc = str_equal(format, STR("gcc"));
	if (format.length > 0 && !is_gcc && !str_equal(format, STR("human"))) {
		RUN_FAIL(run, ERRSPEC_BAD_VALUE, format, STR("--format"));
		return;
	}
	run_load(run);
	if (is_gcc) {
		struct buf report = {0};
		report_add(&report, &run->sink, (struct report_style){false, false});
		buf_add(&run->text, buf_str(&report));
		buf_free(&report);
		run->shows_report = false;
	}
}

const struct command check_command = {
	.name = STR_INIT("check"),
	.arguments = "[SPEC]",
	.doc = "check a spec and report all that is wrong with it",
	.most = 1,
	.options = options,
	.perform = perform,
};
