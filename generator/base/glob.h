/* Globs: patterns of names, in which * stands for any bytes and ? for one. */
#ifndef ERRSPEC_BASE_GLOB_H
#define ERRSPEC_BASE_GLOB_H

#include <stdbool.h>

#include "base/str.h"

/* Whether the glob fits the name. */
bool glob_fits(struct str glob, struct str name);

/*
 * Whether the glob of a path fits a path; each is that of a folder if it ends in a slash. A
 * glob that has no other slash fits a name in any folder, others the whole path, step by step. One
 * without a slash at its end fits files and folders.
 */
bool glob_fits_path(struct str glob, struct str path);

#endif
