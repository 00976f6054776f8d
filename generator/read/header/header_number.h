/*
 * Integers as a compiler counts them: of 32 or 64 bits, signed or not. What C leaves open, such as
 * a signed overflow, is a fault and never a number.
 */
#ifndef ERRSPEC_READ_HEADER_HEADER_NUMBER_H
#define ERRSPEC_READ_HEADER_HEADER_NUMBER_H

#include <stdint.h>

#include "read/header/header_fault.h"

/* What an expression can be converted to. Those of less than 32 bits become int at once. */
enum header_type {
	HEADER_TYPE_UNKNOWN, /* some type: the value is taken as it is */
	HEADER_TYPE_OTHER, /* no integer */
	HEADER_TYPE_S8,
	HEADER_TYPE_U8,
	HEADER_TYPE_S16,
	HEADER_TYPE_U16,
	HEADER_TYPE_S32,
	HEADER_TYPE_U32,
	HEADER_TYPE_S64,
	HEADER_TYPE_U64,
	HEADER_TYPE_BOOL
};

struct header_number {
	uint64_t bits; /* a narrower number is extended by its sign, or by zeroes if it has none */
	bool is_wide; /* 64 bits, else 32 */
	bool is_unsigned;
};

/* Whether it is below zero. */
static inline bool
header_number_is_negative(struct header_number number)
{
	return !number.is_unsigned && (int64_t)number.bits < 0;
}

/* An int. */
struct header_number header_number_int(int32_t value);

/* The narrowest of int, unsigned int, long and unsigned long that holds it. */
struct header_number header_number_fit(uint64_t bits, bool is_unsigned);

/* The number converted as a cast does. */
enum header_fault header_number_cast(enum header_type type, struct header_number *number);

/* Whether the type can hold the number as it is. */
bool header_number_fits(enum header_type type, struct header_number number);

/* How many bytes the type takes, as sizeof says; false where that is not known. */
bool header_number_size(enum header_type type, struct header_number *size);

/* a + b and so on; the mark is C's operator. */
enum header_fault header_number_binary(struct str mark, struct header_number a,
	struct header_number b, struct header_number *result);

/* -a, ~a, !a and +a. */
enum header_fault
header_number_unary(char mark, struct header_number a, struct header_number *result);

/* Makes both of the type that C's usual arithmetic conversions give. */
void header_number_balance(struct header_number *a, struct header_number *b);

/* Its decimal digits. */
struct str header_number_digits(struct arena *arena, struct header_number number);

#endif
