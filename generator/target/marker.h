/*
 * Markers: lines in files that people write, between which errspec owns what stands. Around the
 * marker is whatever begins and ends a comment there; no language is known here.
 *
 *	errspec:begin TARGET REGION [NAME]
 *	errspec:end
 */
#ifndef ERRSPEC_TARGET_MARKER_H
#define ERRSPEC_TARGET_MARKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum marker_kind { MARKER_BEGIN, MARKER_END, MARKER_BAD };

enum { MARKER_WORDS = 3 };

/* All slices are of the text. */
struct region_marker {
	enum marker_kind kind;
	struct str line; /* with its end */
	struct str indent; /* the blanks that the line begins with */
	struct str mark; /* "errspec:begin"; of MARKER_BAD, what stands in its place */
	struct str
		words[MARKER_WORDS]; /* behind "errspec:begin"; those that are missing are empty */
	struct str fault; /* of MARKER_BAD: why it is none */
};

/* Finds the next marker in a line that begins at or behind *at, and sets *at behind that line. */
bool marker_next(struct str text, size_t *at, struct region_marker *marker);

#endif
