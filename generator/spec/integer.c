#include "spec/integer.h"

const struct integer_ends integer_ends[] = {
	[INTEGER_ANY] = {INT64_MIN, UINT64_MAX}, [INTEGER_HTTP_STATUS] = {100, 599}};

/* The digit's value in the radix, or -1. */
static int
digit_value(char c, unsigned radix)
{
	if (str_is_digit(c)) {
		return c - '0';
	}
	char lower = str_to_lower(c);
	return radix == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static enum integer_fault
parse_digits(struct str digits, unsigned radix, uint64_t *value)
{
	if (digits.length == 0) {
		return INTEGER_MALFORMED;
	}
	bool fits = true;
	*value = 0;
	for (size_t i = 0; i < digits.length; i++) {
		int digit = digit_value(digits.data[i], radix);
		if (digit < 0) {
			return INTEGER_MALFORMED;
		}
		fits = fits && !__builtin_mul_overflow(*value, (uint64_t)radix, value) &&
			!__builtin_add_overflow(*value, (uint64_t)digit, value);
	}
	return fits ? INTEGER_FINE : INTEGER_TOO_LARGE;
}

static enum integer_fault
set_sign(struct number *number, bool is_negative, uint64_t magnitude)
{
	if (is_negative && magnitude > (uint64_t)INT64_MAX + 1) {
		return INTEGER_TOO_LARGE;
	}
	number->kind = !is_negative && magnitude > INT64_MAX ? NUMBER_UNSIGNED : NUMBER_SIGNED;
	number->natural = is_negative ? -magnitude : magnitude;
	return INTEGER_FINE;
}

/* Notes how the number was written, as far as it can be written so again. */
static void
note_writing(struct number *number, struct str digits, bool is_hex)
{
	bool is_noted = is_hex && digits.length <= 16;
	number->hex_digits = is_noted ? (uint8_t)digits.length : 0;
	number->is_lower = false;
	for (size_t i = 0; is_noted && i < digits.length; i++) {
		number->is_lower = number->is_lower || digits.data[i] >= 'a';
	}
}

enum integer_fault
integer_parse(struct str text, struct number *number)
{
	bool is_negative = text.length > 0 && text.data[0] == '-';
	bool is_hex = str_starts(text, STR("0x"));
	struct str digits = str_skip(text, is_negative ? 1 : is_hex ? 2 : 0);
	uint64_t magnitude;
	enum integer_fault fault = parse_digits(digits, is_hex ? 16 : 10, &magnitude);
	if (fault != INTEGER_FINE) {
		return fault;
	}
	if (!is_hex && digits.length > 1 && digits.data[0] == '0') {
		return INTEGER_LEADING_ZERO;
	}
	if (is_negative && magnitude == 0) {
		return INTEGER_MALFORMED;
	}
	note_writing(number, digits, is_hex);
	return set_sign(number, is_negative, magnitude);
}

bool
integer_parse_range(struct str text, struct range *range)
{
	size_t dash = str_find(text, 1, '-');
	if (text.length == 0 || integer_parse(str_head(text, dash), &range->low) != INTEGER_FINE) {
		return false;
	}
	if (dash == text.length) {
		range->high = range->low;
		return true;
	}
	return integer_parse(str_skip(text, dash + 1), &range->high) == INTEGER_FINE;
}

bool
integer_add(const struct number *base, uint64_t distance, struct number *sum)
{
	*sum = *base;
	sum->hex_digits = 0;
	bool is_negative = base->kind == NUMBER_SIGNED && base->integer < 0;
	uint64_t total = base->natural + distance;
	if (is_negative) {
		bool crosses = distance >= -base->natural;
		sum->kind = crosses && total > INT64_MAX ? NUMBER_UNSIGNED : NUMBER_SIGNED;
		sum->natural = total;
		return true;
	}
	sum->natural = total;
	sum->kind = total > INT64_MAX ? NUMBER_UNSIGNED : NUMBER_SIGNED;
	return total >= distance;
}

bool
integer_is_within(const struct number *number, const struct integer_ends *ends)
{
	struct number least = {.integer = ends->least, .kind = NUMBER_SIGNED};
	struct number most = {.natural = ends->most, .kind = NUMBER_UNSIGNED};
	return number_compare(number, &least) >= 0 && number_compare(number, &most) <= 0;
}
