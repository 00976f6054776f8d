/* Loading: from the path of a catalogue or module to a checked catalogue in memory. */
#ifndef ERRSPEC_SPEC_CATALOGUE_LOAD_H
#define ERRSPEC_SPEC_CATALOGUE_LOAD_H

#include "spec/catalogue.h"
#include "spec/load.h"

/*
 * Reads a catalogue with its modules, or a module alone, from `path` ("-": standard input), then
 * resolves and checks it. A module alone becomes a catalogue of its name, without documents and
 * targets. NULL after a report; each phase reports all it finds, and ends the run if it found
 * anything.
 */
struct catalogue *catalogue_load(struct load *load, struct str path);

/* As catalogue_load for the bytes of a module that are in memory, shown under `name`. */
struct catalogue *catalogue_load_text(struct load *load, struct str name, struct str text);

#endif
