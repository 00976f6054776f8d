#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/disk.h"
#include "base/nearest.h"
#include "base/report.h"
#include "base/visible.h"
#include "cli/choices.h"
#include "cli/colour.h"
#include "cli/command.h"
#include "cli/confine.h"
#include "cli/project.h"
#include "cli/words.h"
#include "errspec.h"

const struct command *const commands[] = {&audit_command, &check_command, &completion_command,
	&dump_command, &explain_command, &generate_command, &import_command, &init_command,
	&list_command, &render_command, &schema_command, &targets_command, &translate_command,
	NULL};

static const struct command *
find_command(struct str name)
{
	for (const struct command *const *command = commands; *command != NULL; command++) {
		if (str_equal((*command)->name, name)) {
			return *command;
		}
	}
	return NULL;
}

static void
add_overview(struct buf *buf)
{
	buf_add(buf,
		STR("usage: errspec COMMAND [OPTION…] [ARGUMENT…]\n\n"
		    "One YAML spec of every error and status code in; headers, bindings and "
		    "documents out.\n\n"));
	for (const struct command *const *command = commands; *command != NULL; command++) {
		buf_format(buf, "  %-10s %s\n", (*command)->name.data, (*command)->doc);
	}
	buf_add(buf,
		STR("  help       show this, or 'help COMMAND', or 'help limits'\n"
		    "  version    show the version\n\n"
		    "'errspec COMMAND --help' shows the options of a command.\n"
		    "Exit status: 0 fine, 1 the input has problems, 2 errspec could not run or "
		    "judge.\n"));
}

static void
add_usage(struct run *run, const struct command *command)
{
	struct buf *buf = &run->text;
	buf_format(buf, "usage: errspec %s [OPTION…]%s%s\n\n%s\n\n", command->name.data,
		command->arguments[0] == '\0' ? "" : " ", command->arguments, command->doc);
	choices_help(run, buf, command, command->options);
	choices_help(run, buf, command, options_common);
}

static void
add_limits(struct buf *buf)
{
	buf_add(buf,
		STR("Limits, for --limit=NAME=NUMBER (K, M and G stand for powers of 1024):\n\n"));
	for (int i = 0; i < LIMIT_COUNT; i++) {
		buf_format(buf, "  %-12s %12llu  %s\n", limit_table[i].name.data,
			(unsigned long long)limit_table[i].standard, limit_table[i].doc);
	}
}

static void
report_unknown_command(struct run *run, struct str name)
{
	struct nearest nearest = nearest_to(name);
	for (const struct command *const *command = commands; *command != NULL; command++) {
		nearest_consider(&nearest, (*command)->name);
	}
	nearest_suggest(&run->arena, RUN_FAIL(run, ERRSPEC_UNKNOWN_COMMAND, name), &nearest);
}

/* What stands beside the table of commands. */
static bool
is_built_in(struct str name)
{
	return str_equal(name, STR("help")) || str_equal(name, STR("version"));
}

/* help, help limits, help COMMAND */
static void
show_help(struct run *run, const struct vec *words)
{
	struct str topic = words->count > 1 ? VEC_AT(words, struct str, 1) : STR("");
	const struct command *command = find_command(topic);
	if (str_equal(topic, STR("limits"))) {
		add_limits(&run->text);
	} else if (command != NULL) {
		add_usage(run, command);
	} else if (topic.length > 0 && topic.data[0] != '-' && !is_built_in(topic)) {
		report_unknown_command(run, topic);
	} else {
		add_overview(&run->text);
	}
}

static bool
set_limits(struct run *run)
{
	for (uint32_t i = 0; i < run->options.limits.count; i++) {
		struct str setting = VEC_AT(&run->options.limits, struct str, i);
		if (!limits_set(&run->limits, setting)) {
			run_refuse(run, STR("--limit"), setting,
				STR("NAME=NUMBER, as input=64M; 'errspec help limits' shows the "
				    "names"));
			return false;
		}
	}
	run->sink.limit = (uint32_t)run->limits.value[LIMIT_DIAGNOSTICS];
	return true;
}

/* Whether the last of several words is the spec: a file, or one that would be. */
static bool
is_spec(struct run *run, struct str word)
{
	struct stat status;
	return str_ends(word, STR(".yaml")) || str_ends(word, STR(".yml")) ||
		(stat(arena_copy(&run->arena, word).data, &status) == 0 && S_ISREG(status.st_mode));
}

/* How many arguments come before those that name specs. */
static uint32_t
word_count(struct run *run)
{
	uint32_t count = run->arguments.count, words = run->command->words;
	if (run->command->arguments_are != ARGUMENTS_SPEC) {
		return count;
	}
	bool may_end = words == WORDS_MANY && count > 1 && run->options.spec.length == 0;
	bool ends = may_end && is_spec(run, VEC_AT(&run->arguments, struct str, count - 1));
	return words == WORDS_MANY ? count - ends : words < count ? words : count;
}

static void
perform(struct run *run)
{
	const struct command *command = run->command;
	if (!options_parse(&run->options, &run->arguments, &run->arena, &run->sink,
		    command->options, &run->words) ||
		!set_limits(run) || !colour_accept(run)) {
		return;
	}
	if (run->options.help) {
		add_usage(run, command);
	} else if (run->options.version) {
		buf_add(&run->text, STR("errspec " ERRSPEC_VERSION "\n"));
	} else if (run->arguments.count > command->most) {
		RUN_FAIL(run, ERRSPEC_EXTRA_ARGUMENT,
			VEC_AT(&run->arguments, struct str, command->most));
	} else if (run->options.sandbox && run->options.follows_links) {
		RUN_FAIL(run, ERRSPEC_OPTIONS_APART, STR("--sandbox"), STR("--follow-links"));
	} else {
		run->word_count = word_count(run);
		run->sources.follows_links = run->options.follows_links;
		project_enter(run);
		if (!run->options.sandbox || confine(run)) {
			command->perform(run);
		}
	}
}

/* What the words ask for, the first of which names the command. */
static void
dispatch(struct run *run, struct vec *words)
{
	struct str first = words->count > 0 ? VEC_AT(words, struct str, 0) : STR("");
	if (str_equal(first, STR("--version")) || str_equal(first, STR("-V")) ||
		str_equal(first, STR("version"))) {
		buf_add(&run->text, STR("errspec " ERRSPEC_VERSION "\n"));
		return;
	}
	if (str_equal(first, STR("help")) || str_equal(first, STR("--help")) ||
		str_equal(first, STR("-h"))) {
		show_help(run, words);
		return;
	}
	if (first.length == 0) {
		struct buf overview = {0};
		add_overview(&overview);
		disk_write(STDERR_FILENO, overview.data, overview.length);
		buf_free(&overview);
		diag_help(RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("errspec"), STR("a command")),
			STR("name one of those above"));
		return;
	}
	run->command = find_command(first);
	if (first.length > 1 && first.data[0] == '-') {
		diag_help(RUN_FAIL(run, ERRSPEC_UNKNOWN_OPTION, first),
			STR("options stand behind the command; run 'errspec help' for the "
			    "commands"));
		return;
	}
	if (run->command == NULL) {
		report_unknown_command(run, first);
		return;
	}
	run->words =
		(struct vec){(struct str *)words->items + 1, words->count - 1, words->count - 1};
	perform(run);
}

/* Writes the text, for people as they may see it. */
static bool
write_text(const struct run *run)
{
	struct buf shown = {0};
	struct str text = buf_str(&run->text);
	if (!run->is_data) {
		visible_add_lines(&shown, text);
		text = buf_str(&shown);
	}
	bool is_written = text.length == 0 || disk_write(STDOUT_FILENO, text.data, text.length);
	buf_free(&shown);
	return is_written;
}

/* That the text cannot be written is a diagnostic too. */
static void
show_text(struct run *run)
{
	if (write_text(run)) {
		return;
	}
	struct str reason = str_from(strerror(errno));
	diag_help(RUN_FAIL(run, ERRSPEC_CANNOT_WRITE, STR("<stdout>"), reason),
		STR("check where the output goes, and the space on its disk"));
	run->shows_report = true;
}

/* Shows the text and the diagnostics, and says how the process ends. */
static int
finish(struct run *run)
{
	show_text(run);
	struct buf report = {0};
	if (run->shows_report) {
		if (run->project.length > 0 && run->sink.items.count > 0) {
			buf_add(&report, STR("errspec: paths are seen from '"));
			buf_add(&report, run->project);
			buf_add(&report, STR("'\n"));
		}
		report_add(&report, &run->sink, (struct report_style){colour_is_wanted(run), true});
		disk_write(STDERR_FILENO, report.data, report.length);
	}
	buf_free(&report);
	return run->sink.unable ? EXIT_UNABLE : run->sink.errors > 0 ? EXIT_PROBLEMS : EXIT_FINE;
}

/* Memory is out: nothing that needs more of it can be done. */
static void
give_up(void)
{
	static const char text[] = "errspec: error: out of memory [ES0113]\n";
	disk_write(STDERR_FILENO, text, sizeof(text) - 1);
	_exit(EXIT_UNABLE);
}

static void
prepare(struct run *run)
{
	run->limits = limits_standard();
	run->sources.arena = &run->arena;
	run->sink.arena = &run->arena;
	run->sink.sources = &run->sources;
	run->sink.limit = (uint32_t)run->limits.value[LIMIT_DIAGNOSTICS];
	run->load = (struct load){&run->arena, &run->scratch, &run->sink, &run->limits};
	run->shows_report = true;
}

/*
 * Has memory of large pieces mapped one by one, so that what is given back is the system's again.
 * glibc would stop to do so after the first of them.
 */
static void
return_large_blocks(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 64 * 1024);
#endif
}

int
main(int count, char **arguments)
{
	struct run run = {0};
	struct vec words = {0};
	return_large_blocks();
	arena_on_exhaustion(give_up);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	prepare(&run);
	if (words_expand(&words, &run.arena, &run.sink, count - 1, arguments + 1)) {
		dispatch(&run, &words);
	}
	int status = finish(&run);
	buf_free(&run.text);
	for (uint32_t i = 0; i < run.kept.count; i++) {
		arena_free(&VEC_AT(&run.kept, struct arena, i));
	}
	arena_free(&run.scratch);
	arena_free(&run.arena);
	return status;
}
