/* Ballots: which module of a spec a function or table of a program is about. */
#ifndef ERRSPEC_ADOPT_BALLOT_H
#define ERRSPEC_ADOPT_BALLOT_H

#include "adopt/known.h"
#include "data/value.h"

struct ballot {
	const struct known *known;
	uint32_t *votes; /* of each module of the catalogue; all 0 but while a group is counted */
	uint32_t fresh; /* the first source of the run */
};

/* The vars that the module gives to its only target; NULL where it gives none. */
struct value *ballot_vars(const struct module *module);

/* Whether the group is of the function that the header names under this var of its target. */
bool
ballot_is_declared(const struct module *module, const struct found_group *group, struct str var);

/*
 * The module that the group is about; NULL where it has too little to do with any. Numbers without
 * names are those of many things.
 */
struct module *ballot_module(struct ballot *ballot, const struct found_group *group);

#endif
