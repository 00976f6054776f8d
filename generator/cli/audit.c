#include "cli/command.h"

#include <sys/stat.h>

#include "audit/audit_reader.h"
#include "audit/audit_summary.h"
#include "cli/format.h"
#include "cli/macros.h"
#include "spec/resolve.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_SPEC, OPTION_MODULES, OPTION_VOCABULARY,
	OPTION_DEFINE, OPTION_UNDEFINE, OPTION_SUMMARY, OPTION_FORMAT, OPTION_FOLLOW, OPTION_END};

static bool
is_folder(struct run *run, struct str path)
{
	struct stat status;
	return stat(arena_copy(&run->arena, path).data, &status) == 0 && S_ISDIR(status.st_mode);
}

static void
read_all(struct run *run, struct audit_reader *reader)
{
	for (uint32_t i = 0; i < run->arguments.count; i++) {
		struct str path = VEC_AT(&run->arguments, struct str, i);
		if (is_folder(run, path)) {
			audit_reader_folder(reader, path);
		} else {
			audit_reader_file(reader, path, true);
		}
	}
}

/* --format says how the diagnostics are shown, or the summary. */
static void
add_formats(struct run *run, struct choices *choices)
{
	if (run->options.summary) {
		CHOICES(choices, STR("human"), STR("json"));
	} else {
		format_choices(run, choices);
	}
}

/* The table takes the place of the diagnostics, unless something could not be read at all. */
static void
show_summary(struct run *run, const struct audit *audit)
{
	if (str_equal(run->options.format, STR("json"))) {
		run->is_data = true;
		audit_summary_add_json(&run->text, audit);
	} else {
		audit_summary_add(&run->text, audit);
	}
	run->shows_report = run->sink.unable;
}

static void
audit_all(struct run *run, const struct catalogue *catalogue)
{
	struct audit audit = {0};
	struct audit_reader reader = {0};
	struct str words = run->options.vocabulary;
	if (audit_open(&audit, &run->load, catalogue, &run->options.modules) &&
		audit_reader_open(&reader, &run->load, &audit) &&
		(words.length == 0 || audit_reader_words(&reader, words))) {
		audit_reader_macros(&reader, &run->options.defines, &run->options.undefines);
		read_all(run, &reader);
	}
	if (run->options.summary) {
		show_summary(run, &audit);
	} else {
		format_show(run);
	}
	run->kept = reader.arenas;
	audit_reader_close(&reader);
	audit_close(&audit);
}

static void
perform_audit(struct run *run)
{
	if (run->arguments.count == 0) {
		RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("audit"), STR("a file or folder"));
		return;
	}
	if (!format_accept(run) || !macros_accept(run)) {
		return;
	}
	struct catalogue *catalogue = run_load_from(run, run->options.spec);
	if (catalogue != NULL) {
		resolve_derived(&run->load, catalogue);
		audit_all(run, catalogue);
	} else {
		format_show(run);
	}
}

const struct command audit_command = {
	.name = STR_INIT("audit"),
	.arguments = "FILE…|FOLDER…",
	.doc = "hold documents, headers, lists and programs against the spec",
	.most = UINT32_MAX,
	.arguments_are = ARGUMENTS_INPUTS,
	.is_of_project = true,
	.options = options,
	.formats = add_formats,
	.perform = perform_audit,
};
