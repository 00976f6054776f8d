/* Headers as the options of a command say: with a preprocessor, and only some names. */
#ifndef ERRSPEC_CLI_HEADERS_H
#define ERRSPEC_CLI_HEADERS_H

#include "read/header/header.h"
#include "cli/run.h"

/* Reads a source that is a header, its path as it was given; NULL after a report. */
const struct found *headers_read(struct run *run, struct load *load, uint32_t source);

#endif
