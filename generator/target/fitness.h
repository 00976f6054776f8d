/* Fitness: whether the codes of a spec are ones that a target's language can hold. */
#ifndef ERRSPEC_TARGET_FITNESS_H
#define ERRSPEC_TARGET_FITNESS_H

#include "target/target.h"

/*
 * Reports modules (struct module *) whose type the target does not hold, and in the others the
 * codes that lie outside of its ranges, at their own places.
 */
void fitness_check(struct load *load, const struct target *target, const struct vec *modules);

#endif
