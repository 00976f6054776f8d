/* Loading of one file of a spec: a record, from its first key to the file's end. */
#ifndef ERRSPEC_SPEC_LOAD_H
#define ERRSPEC_SPEC_LOAD_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "spec/field.h"

/* What a run works with; every part of it outlives what is loaded. */
struct load {
	struct arena *arena;
	struct arena *scratch; /* emptied whenever a catalogue has been loaded */
	struct diag_sink *sink;
	const struct limits *limits;
};

/* Opens a source: the bytes that it holds, or else the file. NULL after a report. */
struct yaml *load_open(struct load *load, uint32_t source, int descriptor);

/* Goes to the first key of the file's map; false after a report. */
bool load_enter(struct load *load, struct yaml *yaml, uint32_t source);

/*
 * Reads the rest of a file whose first key is current into `base`, a zeroed struct; what follows
 * the map is an error. False after a report.
 */
bool load_rest(struct load *load, struct yaml *yaml, const struct record *record, void *base,
	uint32_t source);

/* Reads one record from a source, which must have the key that decides for `record`. */
bool load_file(struct load *load, const struct record *record, void *base, uint32_t source,
	int descriptor);

/* As load_file for bytes that are in memory, which become the source's. */
bool load_record(struct load *load, const struct record *record, void *base, uint32_t source,
	struct str text);

/*
 * Reads bytes that are in memory into a new struct without a word of what is wrong with them; NULL
 * if anything is.
 */
void *load_quietly(
	const struct load *load, const struct record *record, uint32_t source, struct str text);

#endif
