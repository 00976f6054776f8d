/* Telling: what the functions and tables of a program say of the codes of a spec. */
#ifndef ERRSPEC_ADOPT_TELLING_H
#define ERRSPEC_ADOPT_TELLING_H

#include "adopt/adopted.h"
#include "adopt/known.h"

struct telling_rules {
	struct known *known; /* all codes of the catalogue */
	struct str path; /* of the program, for reports */
	uint32_t fresh; /* the first source of the run: its modules are not written yet */
	bool keeps_names; /* functions of names stay as they are written */
	bool must_tell; /* whether it is reported that nothing is told */
};

/* What a module was told. */
struct telling_gain {
	struct module *module;
	const struct found_group *group; /* that tells it */
	bool is_declared; /* the header of the module declares the function */
	uint32_t texts;
	uint32_t added; /* of these: those that it did not have */
	struct vec
		filled; /* struct code *: of a module that is not fresh, those that have one now */
};

/*
 * Gives the codes the texts of `found`, where they have none. In a fresh module what a comment said
 * becomes the description, and a message is what a program says; a number without a constant
 * becomes a code for lookups alone. Else what differs, and what is no code, is reported.
 * Returns a struct telling_gain for each module that was told something.
 */
struct vec
telling_adopt(struct load *load, const struct found *found, const struct telling_rules *rules);

#endif
