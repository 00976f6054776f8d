/* The schema of all files that errspec reads as specs. */
#ifndef ERRSPEC_CLI_SCHEMA_H
#define ERRSPEC_CLI_SCHEMA_H

#include "cli/run.h"

/* Appends it, with the names of the targets that are built in, as `errspec schema` shows it. */
void schema_add(struct run *run, struct buf *buf);

#endif
