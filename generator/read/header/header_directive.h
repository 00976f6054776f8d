/* Directives: what is defined, and which branches of a header count. */
#ifndef ERRSPEC_READ_HEADER_HEADER_DIRECTIVE_H
#define ERRSPEC_READ_HEADER_HEADER_DIRECTIVE_H

#include "read/header/header_reader.h"

/* Follows the directive whose # was just taken. */
void header_directive_take(struct header_reader *reader);

/* Reports the conditions that are open at the end. */
void header_directive_end(struct header_reader *reader);

#endif
