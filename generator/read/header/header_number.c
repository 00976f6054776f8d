#include "read/header/header_number.h"

#include <stdio.h>

struct header_number
header_number_int(int32_t value)
{
	return (struct header_number){(uint64_t)(int64_t)value, false, false};
}

struct header_number
header_number_fit(uint64_t bits, bool is_unsigned)
{
	if (!is_unsigned) {
		bool is_wide = (int64_t)bits < INT32_MIN || (int64_t)bits > INT32_MAX;
		return (struct header_number){bits, is_wide, false};
	}
	if (bits <= INT32_MAX) {
		return (struct header_number){bits, false, false};
	}
	return (struct header_number){
		bits, bits > UINT32_MAX, bits <= UINT32_MAX || bits > INT64_MAX};
}

/* Cuts the bits to the width, and extends them again. */
static uint64_t
extend(uint64_t bits, unsigned width, bool is_unsigned)
{
	if (width == 64) {
		return bits;
	}
	uint64_t kept = bits & ((UINT64_C(1) << width) - 1);
	uint64_t sign = UINT64_C(1) << (width - 1);
	return is_unsigned || (kept & sign) == 0 ? kept : kept | ~((UINT64_C(1) << width) - 1);
}

/* The width in bits and the sign of the types of integers. */
static unsigned
width_of(enum header_type type, bool *is_unsigned)
{
	static const unsigned widths[] = {0, 0, 8, 8, 16, 16, 32, 32, 64, 64, 1};
	*is_unsigned = type == HEADER_TYPE_U8 || type == HEADER_TYPE_U16 ||
		type == HEADER_TYPE_U32 || type == HEADER_TYPE_U64;
	return widths[type];
}

enum header_fault
header_number_cast(enum header_type type, struct header_number *number)
{
	bool is_unsigned;
	unsigned width = width_of(type, &is_unsigned);
	if (type == HEADER_TYPE_OTHER) {
		return HEADER_FAULT_FOREIGN;
	}
	if (type == HEADER_TYPE_UNKNOWN) {
		return HEADER_FAULT_NONE;
	}
	if (type == HEADER_TYPE_BOOL) {
		*number = header_number_int(number->bits != 0);
		return HEADER_FAULT_NONE;
	}
	number->bits = extend(number->bits, width, is_unsigned);
	number->is_wide = width == 64;
	number->is_unsigned = is_unsigned && width >= 32;
	return HEADER_FAULT_NONE;
}

bool
header_number_size(enum header_type type, struct header_number *size)
{
	bool is_unsigned;
	unsigned width = width_of(type, &is_unsigned);
	*size = (struct header_number){width < 8 ? 1 : width / 8, true, true};
	return width > 0;
}

bool
header_number_fits(enum header_type type, struct header_number number)
{
	struct header_number cast = number;
	if (type == HEADER_TYPE_UNKNOWN) {
		return true;
	}
	if (header_number_cast(type, &cast) != HEADER_FAULT_NONE) {
		return false;
	}
	return cast.bits == number.bits &&
		header_number_is_negative(cast) == header_number_is_negative(number);
}

void
header_number_balance(struct header_number *a, struct header_number *b)
{
	bool is_wide = a->is_wide || b->is_wide;
	bool is_unsigned = (a->is_unsigned && a->is_wide == is_wide) ||
		(b->is_unsigned && b->is_wide == is_wide);
	enum header_type type = is_wide ? (is_unsigned ? HEADER_TYPE_U64 : HEADER_TYPE_S64)
					: (is_unsigned ? HEADER_TYPE_U32 : HEADER_TYPE_S32);
	(void)header_number_cast(type, a);
	(void)header_number_cast(type, b);
}

/* Puts the bits into the type of `like`; a fault if it is signed and they are too many. */
static enum header_fault
fit_into(uint64_t bits, bool overflows, struct header_number like, struct header_number *result)
{
	unsigned width = like.is_wide ? 64 : 32;
	*result = like;
	result->bits = extend(bits, width, like.is_unsigned);
	return !like.is_unsigned && (overflows || result->bits != bits) ? HEADER_FAULT_OVERFLOW
									: HEADER_FAULT_NONE;
}

static enum header_fault
divide(bool wants_rest, struct header_number a, struct header_number b,
	struct header_number *result)
{
	if (b.bits == 0) {
		return HEADER_FAULT_DIVISION;
	}
	if (a.is_unsigned) {
		return fit_into(wants_rest ? a.bits % b.bits : a.bits / b.bits, false, a, result);
	}
	int64_t top = (int64_t)a.bits;
	int64_t bottom = (int64_t)b.bits;
	if (bottom == -1 && (top == INT64_MIN || (!a.is_wide && top == INT32_MIN))) {
		return HEADER_FAULT_OVERFLOW;
	}
	return fit_into((uint64_t)(wants_rest ? top % bottom : top / bottom), false, a, result);
}

static enum header_fault
shift(char mark, struct header_number a, struct header_number b, struct header_number *result)
{
	unsigned width = a.is_wide ? 64 : 32;
	if (header_number_is_negative(b) || b.bits >= width) {
		return HEADER_FAULT_SHIFT;
	}
	if (mark == '<') {
		bool is_lost = header_number_is_negative(a) ||
			(b.bits > 0 && a.bits >> (width - 1 - b.bits) > 1);
		uint64_t bits = extend(a.bits << b.bits, width, a.is_unsigned);
		*result = (struct header_number){bits, a.is_wide, a.is_unsigned};
		return !a.is_unsigned && is_lost ? HEADER_FAULT_OVERFLOW : HEADER_FAULT_NONE;
	}
	uint64_t bits = a.is_unsigned ? a.bits >> b.bits : (uint64_t)((int64_t)a.bits >> b.bits);
	*result = (struct header_number){bits, a.is_wide, a.is_unsigned};
	return HEADER_FAULT_NONE;
}

static enum header_fault
compare(struct str mark, struct header_number a, struct header_number b,
	struct header_number *result)
{
	int64_t x = (int64_t)a.bits;
	int64_t y = (int64_t)b.bits;
	bool is_less = a.is_unsigned ? a.bits < b.bits : x < y;
	bool is_equal = a.bits == b.bits;
	bool or_equal = mark.length == 2;
	bool holds = mark.data[0] == '=' ? is_equal
		: mark.data[0] == '!'    ? !is_equal
		: mark.data[0] == '<'    ? is_less || (or_equal && is_equal)
					 : !is_less && (or_equal || !is_equal);
	*result = header_number_int(holds);
	return HEADER_FAULT_NONE;
}

static enum header_fault
calculate(char mark, struct header_number a, struct header_number b, struct header_number *result)
{
	uint64_t bits;
	bool overflows;
	switch (mark) {
	case '+':
		overflows =
			__builtin_add_overflow((int64_t)a.bits, (int64_t)b.bits, (int64_t *)&bits);
		return fit_into(bits, overflows, a, result);
	case '-':
		overflows =
			__builtin_sub_overflow((int64_t)a.bits, (int64_t)b.bits, (int64_t *)&bits);
		return fit_into(bits, overflows, a, result);
	case '*':
		overflows =
			__builtin_mul_overflow((int64_t)a.bits, (int64_t)b.bits, (int64_t *)&bits);
		return fit_into(bits, overflows, a, result);
	case '&':
		return fit_into(a.bits & b.bits, false, a, result);
	case '|':
		return fit_into(a.bits | b.bits, false, a, result);
	case '^':
		return fit_into(a.bits ^ b.bits, false, a, result);
	default:
		return divide(mark == '%', a, b, result);
	}
}

enum header_fault
header_number_binary(struct str mark, struct header_number a, struct header_number b,
	struct header_number *result)
{
	if (str_equal(mark, STR("<<")) || str_equal(mark, STR(">>"))) {
		return shift(mark.data[0], a, b, result);
	}
	header_number_balance(&a, &b);
	char first = mark.data[0];
	if (first == '<' || first == '>' || first == '=' || first == '!') {
		return compare(mark, a, b, result);
	}
	return calculate(first, a, b, result);
}

enum header_fault
header_number_unary(char mark, struct header_number a, struct header_number *result)
{
	*result = a;
	switch (mark) {
	case '-':
		return calculate(
			'-', (struct header_number){0, a.is_wide, a.is_unsigned}, a, result);
	case '~':
		return fit_into(~a.bits, false, a, result);
	case '!':
		*result = header_number_int(a.bits == 0);
		return HEADER_FAULT_NONE;
	default:
		return HEADER_FAULT_NONE;
	}
}

struct str
header_number_digits(struct arena *arena, struct header_number number)
{
	if (!number.is_unsigned || number.bits <= INT64_MAX) {
		return arena_number(arena, (long long)number.bits);
	}
	char digits[24];
	int length = snprintf(digits, sizeof(digits), "%llu", (unsigned long long)number.bits);
	return arena_copy(arena, (struct str){digits, (size_t)length});
}
