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

/* What templates see beside the fields that were read; for a catalogue that passed its checks. */
void resolve_views(struct load *load, struct catalogue *catalogue);

#endif
