/*
 * Formats: diagnostics for machines. Each format is a template of the target "report", over the
 * records below, so that a new one is a template and a line of its manifest.
 */
#ifndef ERRSPEC_CLI_FORMAT_H
#define ERRSPEC_CLI_FORMAT_H

#include "cli/choices.h"

/* The formats of diagnostics. */
void format_choices(struct run *run, struct choices *choices);

/* Whether --format is one for diagnostics; reports if not. */
bool format_accept(struct run *run);

/*
 * Shows the run's diagnostics as --format wants them: in its text, or, for people, where they are
 * always shown.
 */
void format_show(struct run *run);

#endif
