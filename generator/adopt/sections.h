/* Sections: headings between the codes of a file become groups of their module. */
#ifndef ERRSPEC_ADOPT_SECTIONS_H
#define ERRSPEC_ADOPT_SECTIONS_H

#include "adopt/intake.h"

/*
 * Gives a new module a group for each section of what was found, where there are several, and the
 * codes their group.
 */
void sections_keep(
	struct intake *intake, const struct intake_module *into, const struct adopted_group *group);

#endif
