/* Loading: from the path of a catalogue or module to a checked catalogue in memory. */
#ifndef ERRSPEC_SPEC_LOAD_H
#define ERRSPEC_SPEC_LOAD_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "spec/catalogue.h"

/* What a run works with; every part of it outlives what is loaded. */
struct load {
	struct arena *arena;
	struct arena *scratch; /* emptied whenever a catalogue has been loaded */
	struct diag_sink *sink;
	const struct limits *limits;
};

/* The folder that the files of a catalogue are named in. */
struct file_base load_base(const struct load *load, const struct catalogue *catalogue);

/*
 * Reads a catalogue with its modules, or a module alone, from `path` ("-": standard input), then
 * resolves and checks it. A module alone becomes a catalogue of its name, without documents and
 * targets. NULL after a report; each phase reports all it finds, and ends the run if it found
 * anything.
 */
struct catalogue *load_catalogue(struct load *load, struct str path);

/* As load_catalogue for the bytes of a module that are in memory, shown under `name`. */
struct catalogue *load_module_text(struct load *load, struct str name, struct str text);

/*
 * Reads one record, whose first key must be the first required one of `record`, from a source
 * that is in memory or open. `base` is its zeroed struct. False after a report.
 */
bool load_record(struct load *load, const struct record *record, void *base, uint32_t source,
	struct str text);

#endif
