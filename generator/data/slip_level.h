/* Slips of indentation: lines that begin in a column of no level, or of another one than theirs. */
#ifndef ERRSPEC_DATA_SLIP_LEVEL_H
#define ERRSPEC_DATA_SLIP_LEVEL_H

#include "data/scene.h"

/* Reports a line that looks like a key and goes on with the text of the line above. */
bool slip_level_depth(struct slip *slip);

/* Reports a line that begins where no line above does to which it could belong. */
bool slip_level_between(struct slip *slip);

/* Reports a line that cannot be read where it stands, as its key belongs to another level. */
bool slip_level_astray(struct slip *slip);

/* Reports a line that is not below the key above it, which has no value yet. */
bool slip_level_below(struct slip *slip);

/* A key, in braces or not, and the one beside which it stands and to which it belongs. */
struct slip_pair {
	struct str key, parent;
	uint32_t parent_at;
	bool in_flow;
};

/* Reports such a key, of the span. */
void slip_level_beside(struct diag_sink *sink, struct span key, struct slip_pair pair);

/*
 * Reports that the key at the span begins before the key above it, which has no value yet and to
 * which it belongs. False without a report if there is none.
 */
bool slip_level_before(struct diag_sink *sink, struct span key);

/* The key that begins its line at `at`; false if something else stands there. */
bool slip_level_key_at(struct diag_sink *sink, uint32_t source, uint32_t at, struct slip_key *key);

/* Reports that the key has another column than those of its level, as slip_report does. */
void slip_level_report(struct diag_sink *sink, const struct slip_key *key,
	const struct slip_level *level, struct slip_guide guide);

#endif
