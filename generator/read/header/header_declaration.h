/* Declarations that end in a semicolon: constants and names of types. */
#ifndef ERRSPEC_READ_HEADER_HEADER_DECLARATION_H
#define ERRSPEC_READ_HEADER_HEADER_DECLARATION_H

#include "read/header/header_reader.h"

/* Takes the reader's statement, which begins and ends at these bytes of the source. */
void header_declaration_take(struct header_reader *reader, uint32_t at, uint32_t end);

/* Takes away the attributes of the statement: [[...]], __attribute__((...)) and their like. */
void header_declaration_strip(struct header_reader *reader);

/* Whether the statement has this word. */
bool header_declaration_has(const struct header_reader *reader, const char *word);

#endif
