/*
 * Names: proves that what a target makes of the names of a spec stays apart and hits no word that
 * its language has taken.
 */
#ifndef ERRSPEC_TARGET_NAMES_H
#define ERRSPEC_TARGET_NAMES_H

#include "mustache/bind.h"
#include "spec/catalogue.h"
#include "target/target.h"

/* What stands below a module on the stack when a target's templates are rendered. */
struct names_stack {
	const struct record *const *records;
	const void *const *data;
	size_t depth; /* at most 6 */
	const struct catalogue *catalogue; /* whose name words may be made of; NULL: none */
};

/*
 * Renders the target's template of identifiers for each of the modules (struct module *) and checks
 * the lines. Also reports what the target cannot hold. False after a report.
 */
bool names_check(struct load *load, struct binder *binder, const struct target *target,
	const struct names_stack *stack, const struct vec *modules);

/*
 * The code of which the target makes the identifier `word`, and its module; NULL if there is none.
 * What goes wrong is reported.
 */
const struct code *names_find(struct load *load, struct binder *binder, const struct target *target,
	const struct names_stack *stack, const struct vec *modules, struct str word,
	const struct module **module);

#endif
