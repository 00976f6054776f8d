/*
 * Leftovers: files under a random name that a run was about to exchange when it was killed. The
 * next run removes them, while no other run is exchanging any.
 */
#ifndef ERRSPEC_RENDER_LEFTOVER_H
#define ERRSPEC_RENDER_LEFTOVER_H

#include "base/str.h"

/*
 * Waits until no other run changes files below the folder, which must be open, and keeps others
 * from it until the descriptor that is returned is closed. -1 where the system has no such lock.
 */
int leftover_lock(int folder);

/* Removes the leftovers in the folder `path` below `base`; failures leave them. */
void leftover_sweep(int base, struct str path);

#endif
