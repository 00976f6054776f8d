/* Numbers as programs of many languages write them. */
#ifndef ERRSPEC_AUDIT_AUDIT_NUMBER_H
#define ERRSPEC_AUDIT_AUDIT_NUMBER_H

#include "spec/field.h"

/*
 * Reads an integer in decimal or hexadecimal, with separators and a suffix. False for all else
 * that begins with a digit.
 */
bool audit_number_read(struct str word, bool is_negative, struct number *number);

/* Whether it is a power of two or ten, or next to one: those mostly bound something. */
bool audit_number_is_round(const struct number *number);

#endif
