/* Enums. */
#ifndef ERRSPEC_READ_HEADER_HEADER_ENUM_H
#define ERRSPEC_READ_HEADER_HEADER_ENUM_H

#include "read/header/header_reader.h"

/*
 * Reads an enum of which the reader's statement is what stands before the brace, up to the closing
 * one. Returns its group.
 */
uint32_t header_enum_read(struct header_reader *reader);

#endif
