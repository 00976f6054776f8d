/* Undeclared: data for templates that no target of a run reads. */
#ifndef ERRSPEC_TARGET_UNDECLARED_H
#define ERRSPEC_TARGET_UNDECLARED_H

#include "target/workshop.h"

/*
 * Warns of keys of extras that no prepared target declares, once each; not where none declares any,
 * and one shows them all.
 */
void undeclared_check(struct workshop *workshop);

#endif
