/* Extras: what manifests declare of the data that modules and codes have for templates. */
#ifndef ERRSPEC_TARGET_EXTRAS_H
#define ERRSPEC_TARGET_EXTRAS_H

#include "base/table.h"
#include "spec/catalogue.h"
#include "target/target.h"

/* Looks at the extras (struct extra *) of a module or a code, which stand in `source`. */
typedef void extras_visit(void *owner, const struct vec *extras, uint32_t source);

/* Visits those of modules (struct module *) and of their codes. */
void extras_each(const struct vec *modules, extras_visit *visit, void *owner);

/* Notes what the target declares, by name: the place in its `extra`. */
void extras_note(struct table *table, struct arena *arena, const struct target *target);

/* Reports what cannot stand for a declaration of the target in these modules (struct module *). */
void extras_check(struct load *load, const struct target *target, const struct vec *modules);

#endif
