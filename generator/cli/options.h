/* Options: one table says which there are, what they take and what the help says of them. */
#ifndef ERRSPEC_CLI_OPTIONS_H
#define ERRSPEC_CLI_OPTIONS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

/* The options of all commands; a command takes those that its table lists. */
struct options {
	bool help;
	bool version;
	bool check;
	bool diff;
	bool prune;
	bool overwrite;
	bool lenient;
	bool pin;
	bool summary;
	bool sandbox;
	bool follows_links;
	struct str colour;
	struct str language;
	struct str format;
	struct str out;
	struct str templates;
	struct str depfile;
	struct str stamp;
	struct str data;
	struct str partials;
	struct str spec;
	struct str module;
	struct str title;
	struct str names;
	struct str vocabulary;
	struct str from;
	struct str expanded;
	struct vec coverages; /* struct str, PERCENT or PART=PERCENT */
	struct vec limits; /* struct str, NAME=NUMBER */
	struct vec only; /* struct str, globs */
	struct vec defines; /* struct str, NAME or NAME=VALUE */
	struct vec undefines; /* struct str */
	struct vec accepted; /* struct str */
	struct vec targets; /* struct str */
	struct vec outputs; /* struct str, NAME=PATH */
	struct vec modules; /* struct str */
	struct vec vars; /* struct str, NAME=VALUE */
};

enum option_id {
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_CHECK,
	OPTION_DIFF,
	OPTION_PRUNE,
	OPTION_OVERWRITE,
	OPTION_LENIENT,
	OPTION_PIN,
	OPTION_LANGUAGE,
	OPTION_COVERAGE,
	OPTION_ACCEPT,
	OPTION_COLOUR,
	OPTION_FORMAT,
	OPTION_OUT,
	OPTION_TEMPLATES,
	OPTION_DEPFILE,
	OPTION_STAMP,
	OPTION_DATA,
	OPTION_PARTIALS,
	OPTION_SPEC,
	OPTION_MODULE,
	OPTION_TITLE,
	OPTION_NAMES,
	OPTION_VOCABULARY,
	OPTION_FROM,
	OPTION_ONLY,
	OPTION_DEFINE,
	OPTION_UNDEFINE,
	OPTION_EXPANDED,
	OPTION_LIMIT,
	OPTION_TARGET,
	OPTION_OUTPUT,
	OPTION_VAR,
	OPTION_MODULES,
	OPTION_SUMMARY,
	OPTION_SANDBOX,
	OPTION_FOLLOW,
	OPTION_END
};

/*
 * Sorts the words of a command line into options and arguments. `allowed` ends in OPTION_END; the
 * options that every command has are allowed besides. False after a report.
 */
bool options_parse(struct options *options, struct vec *arguments, struct arena *arena,
	struct diag_sink *sink, const enum option_id *allowed, const struct vec *words);

/* A path as it is seen from a folder that lies above by `prefix`; - and absolute ones stay. */
struct str options_rebased(struct arena *arena, struct str path, struct str prefix);

/* Lets each option that is a path be seen from there. */
void options_rebase(struct options *options, struct arena *arena, struct str prefix);

/* An option, for who lists them. */
struct option_facts {
	struct str name;
	struct str letter; /* empty: none */
	struct str argument; /* as the help has it; empty for a switch */
	struct str doc;
	bool repeats;
};
struct option_facts options_facts(enum option_id id);

/* How the option is written: "--format". */
struct str options_spelling(struct arena *arena, enum option_id id);

/* Appends the line of help for an option, and what it takes if that is not empty. */
void options_help(struct buf *buf, enum option_id id, struct str takes);

/* The options that every command has; ends in OPTION_END. */
extern const enum option_id options_common[];

#endif
