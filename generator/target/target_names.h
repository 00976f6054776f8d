/* Which targets there are. */
#ifndef ERRSPEC_TARGET_TARGET_NAMES_H
#define ERRSPEC_TARGET_TARGET_NAMES_H

#include "target/target.h"

/*
 * Appends the names of the targets that people choose among to `names`, an empty vec of struct str:
 * those in the folder, which may be empty, and then those that are built in; each once.
 */
void target_names(struct load *load, struct str folder, struct vec *names);

/* Whether one of those names (struct str) is this one. */
bool target_names_has(const struct vec *names, struct str name);

/* Reports that the target that is named in `source` is none of them, and which may be meant. */
void target_names_report(struct load *load, struct str folder, struct text name, uint32_t source);

#endif
