/* Moves: the paths that a catalogue, or a module, gives to outputs of a target. */
#ifndef ERRSPEC_TARGET_MOVES_H
#define ERRSPEC_TARGET_MOVES_H

#include "target/target.h"
#include "target/vars.h"

/*
 * Reports paths of outputs that the target does not have, or that are not for a module to give, or
 * that it does not make: `all` is what the catalogue says for all modules.
 */
void moves_check(struct load *load, const struct target *target, const struct vars_source *from,
	const struct vars_source *all);

#endif
