/*
 * Leftovers: files under a random name that a run was about to exchange when it was killed. The
 * next run removes them, while no other run is exchanging any: one that changes files together
 * keeps its root locked meanwhile, one that changes a single file the folder of that. Runs with
 * files beside their root share the folders of these.
 */
#ifndef ERRSPEC_OUTPUT_LEFTOVER_H
#define ERRSPEC_OUTPUT_LEFTOVER_H

#include <stdbool.h>

#include "base/str.h"

/*
 * Keeps other runs from changing files in the folder, which must be open, until the descriptor that
 * is returned is closed. If one does it now, waits for it if `waits`. -1 if it cannot be had.
 */
int leftover_lock(int folder, bool waits);

/*
 * Keeps other runs from removing files of the folder, which must be open, as leftovers, until the
 * descriptor that is returned is closed; first removes them if nobody else is at work there. -1 if
 * others keep the folder to themselves for a second, or if it cannot be locked.
 */
int leftover_share(int folder);

/* Whether it is the name of a leftover, or of what a run is about to exchange. */
bool leftover_is_name(struct str name);

/*
 * Removes the leftovers in the folder `path` below `base`, the root of a run, which is locked, and
 * those of single changes if nobody makes any there. Failures leave them.
 */
void leftover_sweep(int base, struct str path);

/* Removes the leftovers of single changes in a folder that is locked. */
void leftover_sweep_alone(int folder);

#endif
