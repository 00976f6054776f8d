/* Commands that mend what a run has found, for its remedies. */
#ifndef ERRSPEC_CLI_MENDING_H
#define ERRSPEC_CLI_MENDING_H

#include "cli/run.h"

/* The command with the words of this run, but for those that only look or that a remedy brings. */
struct str mending_command(struct run *run, struct str command);

#endif
