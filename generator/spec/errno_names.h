/* The names that the errno.h of POSIX, Linux, the BSDs, macOS, illumos and Windows have. */
#ifndef ERRSPEC_SPEC_ERRNO_NAMES_H
#define ERRSPEC_SPEC_ERRNO_NAMES_H

#include "base/str.h"

/* In ascending order; ends in an empty one. */
extern const struct str errno_names[];

#endif
