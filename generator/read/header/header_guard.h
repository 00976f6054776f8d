/* Include guards: the #ifndef of a header, and the #define behind it. */
#ifndef ERRSPEC_READ_HEADER_HEADER_GUARD_H
#define ERRSPEC_READ_HEADER_HEADER_GUARD_H

#include "base/str.h"

struct header_guard {
	struct str name; /* of the last #ifndef; empty if an #ifdef came after it */
	uint32_t named; /* the number of that directive */
	uint32_t directives; /* that were read */
};

/* Takes the name of an #ifndef, or an empty one at an #ifdef. */
void header_guard_name(struct header_guard *guard, struct str name);

/* Counts a directive, when it was read. */
void header_guard_count(struct header_guard *guard);

/* Whether the #define of this name that is being read is that of a guard. */
bool header_guard_is(const struct header_guard *guard, struct str name);

#endif
