/* Runs: loose constants of a header that are read as one table. */
#ifndef ERRSPEC_READ_HEADER_HEADER_RUN_H
#define ERRSPEC_READ_HEADER_HEADER_RUN_H

#include "read/header/header_reader.h"

struct header_run {
	struct str prefix; /* the first word of its names, with the underscore */
	struct str last; /* the name of its last constant */
	struct table numbers; /* those that stand in it as numbers, not as names of others */
	uint32_t end; /* of its last constant, in bytes */
};

/*
 * Whether the loose constant with this index may go on a run: it has the prefix, and where its
 * stretch begins behind an empty line, or its second word is another one, no number of it is there
 * already: such a header counts something else there.
 */
bool
header_run_has_room(const struct header_run *run, struct header_reader *reader, uint32_t index);

/* Begins a run, whose constants are added next. */
void header_run_begin(struct header_run *run, const struct header_item *item);

/* Adds a constant. */
void header_run_add(
	struct header_run *run, struct header_reader *reader, const struct header_item *item);

#endif
