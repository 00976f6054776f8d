/* Files that are not there: which of those that are there was meant. */
#ifndef ERRSPEC_BASE_MEANT_H
#define ERRSPEC_BASE_MEANT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/*
 * Makes the file of an open folder that is called most like the last step of `path` the help of a
 * diagnostic, which says that there is no such file. `folder` may be -1; it is closed.
 */
void meant_suggest(struct arena *arena, struct diag *diag, int folder, struct str path);

#endif
