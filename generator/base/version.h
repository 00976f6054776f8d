/* Versions: numbers with dots between them. What stands behind the numbers does not count. */
#ifndef ERRSPEC_BASE_VERSION_H
#define ERRSPEC_BASE_VERSION_H

#include <stdbool.h>

#include "base/str.h"

/* That of this program. */
#define VERSION_OWN STR(ERRSPEC_VERSION)

/* Whether the text is a version, and short enough to be shown. */
bool version_is(struct str text);

/*
 * Whether the text says which versions there may be: comparisons with commas between them, as
 * ">=0.2, <1". A version that has fewer numbers than another one goes on with zeros.
 */
bool version_is_requirement(struct str text);

/* Whether the version is one of those that a requirement allows. */
bool version_meets(struct str version, struct str requirement);

#endif
