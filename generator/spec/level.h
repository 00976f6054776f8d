/*
 * Levels: where the keys stand of the records and maps that lead to what was read last. They tell
 * where a key belongs that stands in a wrong column.
 */
#ifndef ERRSPEC_SPEC_LEVEL_H
#define ERRSPEC_SPEC_LEVEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "data/guide.h"
#include "spec/field.h"

/* The keys of a record, or of a map of records. */
struct level {
	const struct record *record; /* whose keys these are; of a map, what each entry is */
	struct str name; /* the key to which they belong; empty: none, it is the file's */
	uint64_t seen; /* of a record: a bit for each field that was read */
	uint32_t at; /* of the first key that begins a line; LEVEL_NOWHERE: there is none */
	uint32_t count; /* of the keys that begin lines */
	bool is_map;
	bool in_flow; /* in braces: they have no column of their own */
};

enum { LEVELS_MAX = 8 };
#define LEVEL_NOWHERE UINT32_MAX

struct levels {
	struct level items[LEVELS_MAX]; /* outermost first; what is nested deeper has none */
	uint32_t depth; /* how many are open */
	uint32_t count; /* those behind the open ones were closed last */
};

/* Opens a level, of which nothing was read yet. */
void level_open(struct levels *levels, struct level level);

/* Closes the innermost level, which stays the last one that was read. */
void level_close(struct levels *levels);

/* Notes a key of the innermost level, and for a record which fields were read. */
void level_note(struct levels *levels, uint32_t at, uint64_t seen);

/*
 * The level to which the key belongs, if it stands in another column than that one's keys. Of
 * several it is the nearest. False if none is known.
 */
bool level_find(const struct levels *levels, struct diag_sink *sink, const struct slip_key *key,
	struct slip_level *found);

/* What was read before an entry of a map, whose reading makes levels of its own. */
struct level_before {
	struct level level;
	uint32_t count;
};

/* To be taken where the key of the entry is current. */
struct level_before level_before(const struct levels *levels);

/* As if the entry had not been read. */
void level_restore(struct levels *levels, const struct level_before *before);

/* Whether a map that was read last, an entry of the innermost level, had none of its fields. */
bool level_is_foreign(const struct levels *levels);

#endif
