/*
 * Sentinels: enumerators behind the codes of an enum that are none, as X_COUNT, which is one
 * greater than the greatest code, or X_LAST, which is the greatest. The target that writes such
 * files has vars for them.
 */
#ifndef ERRSPEC_ADOPT_SENTINEL_H
#define ERRSPEC_ADOPT_SENTINEL_H

#include "adopt/intake.h"

/*
 * How many codes of the group there are without sentinels, which become marks of the module: where
 * it is new, has no other group, and is written again by a target.
 */
uint32_t
sentinel_take(struct intake *intake, struct intake_module *into, const struct found_group *group);

/* Whether a var of the module has the name of the code already, so that it is none. */
bool sentinel_is_known(
	struct intake *intake, const struct intake_module *into, const struct found_code *found);

#endif
