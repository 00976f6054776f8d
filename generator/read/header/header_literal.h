/* Literals: numbers and characters as they are written. */
#ifndef ERRSPEC_READ_HEADER_HEADER_LITERAL_H
#define ERRSPEC_READ_HEADER_HEADER_LITERAL_H

#include "read/header/header_number.h"

/* Reads a number with its prefix, its separators and its suffix. */
enum header_fault header_literal_number(struct str text, struct header_number *number);

/* Reads a character between quotes, or several of them. */
enum header_fault header_literal_character(struct str text, struct header_number *number);

#endif
