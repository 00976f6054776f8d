/* Groups: the sections of a module, each with a heading over its codes. */
#ifndef ERRSPEC_SPEC_GROUP_H
#define ERRSPEC_SPEC_GROUP_H

#include "spec/module.h"

/* The group of a module with this name, or NULL; after group_sort. */
struct group *group_find(const struct module *module, struct str name);

/* Reports that the module has no group of this name, which stands in `source`. */
void group_report(
	struct diag_sink *sink, const struct module *module, struct text name, uint32_t source);

/*
 * Puts the codes of a module in the order of its groups, those without one first, each group in the
 * order of the spec; codes and groups know each other then. A module without groups stays as it is.
 */
void group_sort(struct arena *arena, struct module *module);

#endif
