/* Resolving: what a spec leaves unsaid is filled in, and names become pointers. */
#ifndef ERRSPEC_SPEC_RESOLVE_H
#define ERRSPEC_SPEC_RESOLVE_H

#include <stdbool.h>

#include "spec/catalogue.h"
#include "spec/load.h"

/*
 * Fills in defaults, adds bases to numbers, sorts codes by number and finds the modules of
 * documents. False after a report.
 */
bool resolve_catalogue(struct load *load, struct catalogue *catalogue);

/* Sets the derived fields of the code at `rank` in `by_code`, and what the module has of it. */
void resolve_code(struct load *load, struct module *module, struct code *code, uint32_t rank);

/* Sets the other derived fields, which templates see; for a catalogue that passed its checks. */
void resolve_derived(struct load *load, struct catalogue *catalogue);

#endif
