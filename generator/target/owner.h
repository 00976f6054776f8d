/* Owners: what the identifiers of a target come from. */
#ifndef ERRSPEC_TARGET_OWNER_H
#define ERRSPEC_TARGET_OWNER_H

#include "spec/catalogue.h"
#include "spec/load.h"

/* Where an identifier came from; known still when the line that told it is gone. */
struct owner {
	struct str name;
	struct span span;
	struct str var; /* that gives the identifier, or may; else empty */
	bool is_catalogue;
	bool is_code;
	bool is_alias;
	bool is_given; /* by the var, at the span */
};

/*
 * The code of the module with this name or alias, a var of the target ("vars." and its name), the
 * catalogue, or else the module itself. The name may go; what is kept of it is in the scratch.
 */
struct owner owner_find(struct load *load, struct str target, const struct catalogue *catalogue,
	const struct module *module, struct str name);

/* Says how it gets another name: only codes have names of their own in a target. */
void owner_help(struct arena *arena, const struct catalogue *catalogue, struct diag *diag,
	struct owner owner);

#endif
