/* Confining a run: the sandbox of --sandbox, made of what its command line names. */
#ifndef ERRSPEC_CLI_CONFINE_H
#define ERRSPEC_CLI_CONFINE_H

#include "cli/run.h"

/*
 * Lets the run read its inputs and the folder of its spec, and write below the folders that it
 * writes to, which are made if they are missing; nothing else from now on. False after a report.
 */
bool confine(struct run *run);

#endif
