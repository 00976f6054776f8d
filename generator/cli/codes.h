/* Lists of codes, as commands show them: as a table, as an array of JSON, or an object a line. */
#ifndef ERRSPEC_CLI_CODES_H
#define ERRSPEC_CLI_CODES_H

#include "cli/choices.h"
#include "spec/catalogue.h"

struct listed_code {
	const struct module *module;
	const struct code *code;
};

/* The formats of lists of codes. */
void codes_formats(struct run *run, struct choices *choices);

/* Whether --format is one for lists of codes; reports if not. */
bool codes_accept(struct run *run);

/* Adds a code to `entries` (struct listed_code). */
void codes_add(
	struct run *run, struct vec *entries, const struct module *module, const struct code *code);

/* Shows the codes as --format wants them, as a table where it says nothing. */
void codes_show(struct run *run, const struct vec *entries);

#endif
