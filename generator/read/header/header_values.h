/* Values: what the #defines amount to at the end, and which constants are left then. */
#ifndef ERRSPEC_READ_HEADER_HEADER_VALUES_H
#define ERRSPEC_READ_HEADER_HEADER_VALUES_H

#include "read/header/header_reader.h"

/*
 * Values the #defines, and leaves the items that still stand and are wanted: that one of the globs
 * (struct str) fits, if there are any.
 */
void header_values_find(struct header_reader *reader, const struct vec *only);

/*
 * As header_values_find; reports what was not understood and what is in doubt, and leaves only what
 * has a value and is not there before.
 */
void header_values_settle(struct header_reader *reader, const struct vec *only);

#endif
