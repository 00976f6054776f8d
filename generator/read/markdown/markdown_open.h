/* What a line of markdown begins, goes on with, or ends. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_OPEN_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_OPEN_H

#include "read/markdown/markdown_state.h"

/* Reads the line that the state has entered, and adds it; two lines where a heading is glued. */
void markdown_open_line(struct markdown_state *state);

#endif
