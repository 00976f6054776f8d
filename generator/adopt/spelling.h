/* Spellings: how the source writes the numbers of a new module. */
#ifndef ERRSPEC_ADOPT_SPELLING_H
#define ERRSPEC_ADOPT_SPELLING_H

#include "adopt/intake.h"

/*
 * Gives a new module, which has its type, the display in which its codes are spelt, if all of them
 * are hexadecimal and one display gives all of them back.
 */
void spelling_keep(struct intake *intake, struct intake_module *into);

/* The number that `code` spells, in the digits of the source where it has it so; or the text. */
struct number spelling_number(struct intake *intake, const struct intake_module *into,
	const struct found_code *found, struct str code);

#endif
