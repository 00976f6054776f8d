/* The commands: a table, and each command in a file of its own. */
#ifndef ERRSPEC_CLI_COMMAND_H
#define ERRSPEC_CLI_COMMAND_H

#include "cli/run.h"

struct choices;

/* What its arguments are, behind those that are words. */
enum arguments {
	ARGUMENTS_WORDS,
	ARGUMENTS_SPEC,
	ARGUMENTS_INPUTS, /* files and folders that are read */
	ARGUMENTS_TEMPLATE /* its folder is read */
};

/* Where it writes. */
enum writes {
	WRITES_NOTHING,
	WRITES_OUTPUTS, /* to --out, --output, --depfile and --stamp; not with --check or --diff */
	WRITES_SPEC, /* below the folder of the spec; not with --diff */
	WRITES_ARGUMENT /* below the folder that is the first argument, or here */
};

/* For a command that takes any number of words, of which the last may be the spec. */
#define WORDS_MANY UINT32_MAX

struct command {
	struct str name;
	const char *arguments; /* for the usage line */
	const char *doc; /* one line */
	uint32_t most; /* how many arguments it takes at most */
	uint32_t words; /* how many of them are words, or WORDS_MANY */
	enum arguments arguments_are;
	enum writes writes;
	bool is_of_project; /* where no spec is named or here, one is looked for upwards */
	const enum option_id *options;
	/* The choices of --format, for a command that has it; else NULL. */
	void (*formats)(struct run *run, struct choices *choices);
	/* Does the work: reports to the run's sink, leaves its data in the run's text. */
	void (*perform)(struct run *run);
};

extern const struct command audit_command;
extern const struct command check_command;
extern const struct command completion_command;
extern const struct command dump_command;
extern const struct command explain_command;
extern const struct command generate_command;
extern const struct command import_command;
extern const struct command init_command;
extern const struct command list_command;
extern const struct command render_command;
extern const struct command schema_command;
extern const struct command targets_command;
extern const struct command translate_command;

/* All of them, sorted by name; ends in NULL. */
extern const struct command *const commands[];

#endif
