/* The schema of all files that errspec reads as specs. */
#ifndef ERRSPEC_CLI_SCHEMA_H
#define ERRSPEC_CLI_SCHEMA_H

#include "base/buf.h"

/* Appends it, as `errspec schema` shows it. */
void schema_add(struct buf *buf);

#endif
