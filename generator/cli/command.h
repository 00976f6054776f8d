/* The commands: a table, and each command in a file of its own. */
#ifndef ERRSPEC_CLI_COMMAND_H
#define ERRSPEC_CLI_COMMAND_H

#include "cli/run.h"

struct command {
	struct str name;
	const char *arguments; /* for the usage line */
	const char *doc; /* one line */
	unsigned most; /* how many arguments it takes at most */
	const enum option_id *options;
	/* Does the work: reports to the run's sink, leaves its data in the run's text. */
	void (*perform)(struct run *run);
};

extern const struct command audit_command;
extern const struct command check_command;
extern const struct command dump_command;
extern const struct command explain_command;
extern const struct command generate_command;
extern const struct command import_command;
extern const struct command init_command;
extern const struct command list_command;
extern const struct command render_command;
extern const struct command schema_command;
extern const struct command translate_command;

/* All of them, sorted by name; ends in NULL. */
extern const struct command *const commands[];

#endif
