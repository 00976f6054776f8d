/* The project that a run is in: the nearest folder upwards that has a spec. */
#ifndef ERRSPEC_CLI_PROJECT_H
#define ERRSPEC_CLI_PROJECT_H

#include "cli/run.h"

/*
 * Where the command wants a spec, none was named and none is here: works from the nearest folder
 * above that has one, with what the command line names by relative paths seen from there. It looks
 * no further than the top of a repository, and not into folders that others own or anybody may
 * write to. A run that tells a build what it has read stays where it is.
 */
void project_enter(struct run *run);

#endif
