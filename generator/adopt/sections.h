/* Sections: headings between the codes of a file become groups of their module. */
#ifndef ERRSPEC_ADOPT_SECTIONS_H
#define ERRSPEC_ADOPT_SECTIONS_H

#include "adopt/intake.h"

/*
 * Gives a new module a group for each section of what was found, where there are several, and the
 * codes their group.
 */
void
sections_keep(struct intake *intake, struct intake_module *into, const struct adopted_group *group);

/* The name of the module's group that a file calls by its name or its title; empty: it has none. */
struct str sections_find(struct intake *intake, struct intake_module *into, struct str said);

/* Gives a new module a group with a title that none has yet, and returns its name. */
struct str sections_add(struct intake *intake, struct intake_module *into, struct text title);

#endif
