#include "cli/command.h"

#include "base/report.h"
#include "cli/format.h"

static const enum option_id options[] = {OPTION_FORMAT, OPTION_END};

static void
add_lines(struct run *run)
{
	struct buf report = {0};
	report_add(&report, &run->sink, (struct report_style){false, false});
	buf_add(&run->text, buf_str(&report));
	buf_free(&report);
}

static void
perform(struct run *run)
{
	struct str format = run->options.format;
	bool is_human = format.length == 0 || str_equal(format, STR("human"));
	bool is_gcc = str_equal(format, STR("gcc"));
	if (!is_human && !is_gcc && !format_exists(run, format)) {
		RUN_FAIL(run, ERRSPEC_BAD_VALUE, format, STR("--format"));
		return;
	}
	run_load(run);
	if (is_gcc) {
		add_lines(run);
	}
	/* Diagnostics that went to standard output are not shown again. */
	run->shows_report = is_human || (!is_gcc && !format_add(run, format));
}

const struct command check_command = {
	.name = STR_INIT("check"),
	.arguments = "[SPEC]",
	.doc = "check a spec and report all that is wrong with it, as human, gcc, json, github, "
	       "sarif or junit",
	.most = 1,
	.options = options,
	.perform = perform,
};
