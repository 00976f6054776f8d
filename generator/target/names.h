/*
 * Names: proves that what a target makes of the names of a spec stays apart and hits no word that
 * its language has taken.
 */
#ifndef ERRSPEC_TARGET_NAMES_H
#define ERRSPEC_TARGET_NAMES_H

#include "mustache/bind.h"
#include "spec/catalogue.h"
#include "target/run_facts.h"
#include "target/target.h"

/* What stands below each module of the catalogue where identifiers are rendered. */
struct names_ground {
	const struct record *run; /* of the facts, as the target has it */
	const struct run_facts *facts;
	const struct catalogue *catalogue;
};

/*
 * Renders the target's template of identifiers for each module and checks the lines. Also reports
 * what the target cannot hold. False after a report.
 */
bool names_check(struct load *load, struct binder *binder, const struct target *target,
	const struct names_ground *ground);

/*
 * The code of which the target makes the identifier `word`, and its module; NULL if there is none.
 * What goes wrong is reported.
 */
const struct code *names_find(struct load *load, struct binder *binder, const struct target *target,
	const struct names_ground *ground, struct str word, const struct module **module);

#endif
