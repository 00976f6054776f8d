/* Literals: numbers and characters as they are written. */
#ifndef ERRSPEC_READ_HEADER_HEADER_LITERAL_H
#define ERRSPEC_READ_HEADER_HEADER_LITERAL_H

#include "read/header/header_number.h"
#include "base/buf.h"

/* Reads a number with its prefix, its separators and its suffix. */
enum header_fault header_literal_number(struct str text, struct header_number *number);

/* Reads a character between quotes, or several of them. */
enum header_fault header_literal_character(struct str text, struct header_number *number);

/*
 * Appends what a string between quotes says, also a raw one; false where it has an escape that
 * C does not know.
 */
bool header_literal_string(struct str text, struct buf *out);

#endif
