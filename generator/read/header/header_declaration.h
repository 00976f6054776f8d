/* Declarations that end in a semicolon: constants and names of types. */
#ifndef ERRSPEC_READ_HEADER_HEADER_DECLARATION_H
#define ERRSPEC_READ_HEADER_HEADER_DECLARATION_H

#include "read/header/header_reader.h"

/* Takes the reader's statement. */
void header_declaration_take(struct header_reader *reader);

#endif
