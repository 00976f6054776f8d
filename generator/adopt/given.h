/* Given: the names that people or the source give to new codes, and others where that cannot be. */
#ifndef ERRSPEC_ADOPT_GIVEN_H
#define ERRSPEC_ADOPT_GIVEN_H

#include "adopt/intake.h"

/* The name that people or the source give a code, unless another one has it; else empty. */
struct text given_name(struct intake *intake, struct intake_module *into,
	const struct found_code *found, struct str code);

/*
 * Makes names for the new codes of the module that have none yet; one without texts has its name
 * for a title. Reports the constants that are called otherwise than in the source.
 */
void given_make(struct intake *intake, struct intake_module *into);

#endif
