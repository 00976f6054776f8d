/*
 * Formats: diagnostics for machines. Each format is a template of the target "report", over the
 * records below, so that a new one is a template and a line of its manifest.
 */
#ifndef ERRSPEC_CLI_FORMAT_H
#define ERRSPEC_CLI_FORMAT_H

#include "cli/run.h"

/* Whether there is a template for this format; "human" and "gcc" are not made this way. */
bool format_exists(struct run *run, struct str format);

/* Appends the run's diagnostics in this format to its text; false if that failed itself. */
bool format_add(struct run *run, struct str format);

#endif
