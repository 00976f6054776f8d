/* Enums. */
#ifndef ERRSPEC_ADOPT_HEADER_ENUM_H
#define ERRSPEC_ADOPT_HEADER_ENUM_H

#include "adopt/header_reader.h"

/*
 * Reads an enum of which the reader's statement is what stands before the brace, up to the closing
 * one. Returns its group.
 */
uint32_t header_enum_read(struct header_reader *reader);

#endif
