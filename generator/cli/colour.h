/* Whether what people read is coloured. */
#ifndef ERRSPEC_CLI_COLOUR_H
#define ERRSPEC_CLI_COLOUR_H

#include "cli/run.h"

/* Whether --color is one of its words; reports if not. */
bool colour_accept(struct run *run);

/*
 * Whether the diagnostics are coloured: as --color says, else as the environment does. The first of
 * these that is set decides: NO_COLOR (never), CLICOLOR_FORCE and FORCE_COLOR (always, but for 0),
 * CLICOLOR=0 and TERM=dumb (never). Without any, a terminal has colours.
 */
bool colour_is_wanted(const struct run *run);

#endif
