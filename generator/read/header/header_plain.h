/* Plain: whether a stretch says no more than a target can write in its place. */
#ifndef ERRSPEC_READ_HEADER_HEADER_PLAIN_H
#define ERRSPEC_READ_HEADER_HEADER_PLAIN_H

#include "read/found.h"

/* Some bytes of a source. */
struct header_part {
	struct arena *arena; /* for the texts of tokens */
	struct str text; /* of the whole source */
	uint32_t at;
	uint32_t end;
};

/*
 * Where a function does anything but to give constants their texts by a switch, or has a text that
 * is not one line or empty; the end where it does nothing else.
 */
uint32_t header_plain_function(struct header_part part);

/* Where an enum has anything but constants and their numbers, as attributes; else the end. */
uint32_t header_plain_enum(struct header_part part);

/* Whether the number of the code is written with a type of its own, as 1U. */
bool header_plain_is_typed(struct str text, const struct found_code *code);

/* Whether an int holds the number of the code. */
bool header_plain_is_int(const struct found_code *code);

#endif
