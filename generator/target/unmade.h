/* Unmade: what modules give to targets that the run does not make. */
#ifndef ERRSPEC_TARGET_UNMADE_H
#define ERRSPEC_TARGET_UNMADE_H

#include "target/wishes.h"
#include "target/workshop.h"

/*
 * Reports targets that there are not, and, unless the run makes a part of what is asked for, what
 * the manifests of the others do not allow. What is wished for is checked where it is prepared.
 */
bool unmade_check(struct workshop *workshop, const struct wishes *wishes);

#endif
