/* Macros: those that the command line defines for headers, or says are not defined. */
#ifndef ERRSPEC_CLI_MACROS_H
#define ERRSPEC_CLI_MACROS_H

#include "cli/run.h"

/* Whether each has a name that a macro without parameters can have; reports if not. */
bool macros_accept(struct run *run);

#endif
