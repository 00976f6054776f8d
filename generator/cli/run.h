/* A run of errspec: what every command works with, and what it leaves behind. */
#ifndef ERRSPEC_CLI_RUN_H
#define ERRSPEC_CLI_RUN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/source.h"
#include "base/vec.h"
#include "cli/options.h"
#include "spec/load.h"
#include "target/workshop.h"

/* What a process says when it ends. */
enum exit_status { EXIT_FINE = 0, EXIT_PROBLEMS = 1, EXIT_UNABLE = 2 };

struct command;

struct run {
	struct arena arena;
	struct arena scratch;
	struct source_set sources;
	struct diag_sink sink;
	struct limits limits;
	struct options options;
	struct vec words; /* struct str: the command line behind the command */
	struct vec arguments; /* struct str: what is no option */
	uint32_t word_count; /* how many of them come before those that name specs */
	struct buf text; /* what goes to standard output */
	bool is_data; /* the text is for programs and goes out as it is; else it is made visible */
	struct load load;
	const struct command *command;
	struct vec kept; /* struct arena: what diagnostics point into; given back at the end */
	uint32_t turn; /* which of several specs is at work, from 0 */
	struct str project; /* the way to the folder that the run works from; empty: it is here */
	bool shows_report; /* the diagnostics have yet to be shown as people read them */
};

/* The spec that is here, for commands that were given none: spec/errspec.yaml or errspec.yaml. */
struct str run_default_spec(void);

/* The spec that the command line names, of several the one whose turn it is; empty if none. */
struct str run_named_spec(const struct run *run);

/* Performs once for each spec that the command line names, or once if it names none. */
void run_each_spec(struct run *run, void (*perform)(struct run *run));

/* Loads the spec from `path`, or, if that is empty, the one that is here; NULL after a report. */
struct catalogue *run_load_from(struct run *run, struct str path);

/* Loads the spec that the command line names, or the one that is here; NULL after a report. */
struct catalogue *run_load(struct run *run);

/* As run_load, with all that templates and people see beside what was written. */
struct catalogue *run_load_derived(struct run *run);

/* Puts the modules of --lang in the place of the catalogue's; false after a report. */
bool run_speak(struct run *run, struct catalogue *catalogue);

/* Whether as much is translated as --min-coverage wants, if it was given; reports if not. */
bool run_check_coverage(struct run *run, const struct catalogue *catalogue);

/*
 * Begins a workshop for the catalogue, with the targets of --templates and the settings of --var;
 * false after a report.
 */
bool run_open_workshop(struct run *run, struct catalogue *catalogue, struct workshop *workshop);

/* Reports that the option does not take the value but what `takes` says. */
void run_refuse(struct run *run, struct str option, struct str value, struct str takes);

/* A diagnostic without a place. */
#define RUN_FAIL(run, code, ...) DIAG(&(run)->sink, code, ((struct span){0}), __VA_ARGS__)

#endif
