#include "read/header/header_literal.h"

#include "base/utf8.h"

/* The digit's value, or 36. */
static unsigned
digit_value(char c)
{
	char lower = str_to_lower(c);
	return str_is_digit(c)        ? (unsigned)(c - '0')
		: str_is_lower(lower) ? (unsigned)(lower - 'a') + 10
				      : 36;
}

/* The radix that the prefix says, which is cut off. */
static unsigned
cut_prefix(struct str *text)
{
	char second = text->length > 1 && text->data[0] == '0' ? str_to_lower(text->data[1]) : '\0';
	if (second == 'x' || second == 'b') {
		*text = str_skip(*text, 2);
		return second == 'x' ? 16 : 2;
	}
	return text->length > 1 && text->data[0] == '0' ? 8 : 10;
}

/* The digits, which are cut off; what stays is the suffix. */
static enum header_fault
cut_digits(struct str *text, unsigned radix, uint64_t *value)
{
	size_t at = 0;
	bool fits = true;
	*value = 0;
	for (; at < text->length; at++) {
		unsigned digit = digit_value(text->data[at]);
		if (text->data[at] == '\'' && at > 0) {
			continue;
		}
		if (digit >= radix) {
			break;
		}
		fits = fits && !__builtin_mul_overflow(*value, (uint64_t)radix, value) &&
			!__builtin_add_overflow(*value, (uint64_t)digit, value);
	}
	if (at == 0) {
		return HEADER_FAULT_MALFORMED;
	}
	*text = str_skip(*text, at);
	return fits ? HEADER_FAULT_NONE : HEADER_FAULT_TOO_LARGE;
}

/* Whether the rest of a number makes it a floating one. */
static bool
is_floating(struct str rest, unsigned radix)
{
	char first = rest.length > 0 ? str_to_lower(rest.data[0]) : '\0';
	bool has_point = str_find(rest, 0, '.') < rest.length;
	return has_point || (radix == 16 ? first == 'p' : radix != 2 && first == 'e');
}

/* u, l, ll and z in any order that there is. */
static bool
read_suffix(struct str suffix, struct header_number *number)
{
	bool has_u = suffix.length > 0 && str_to_lower(suffix.data[0]) == 'u';
	struct str rest = str_skip(suffix, has_u ? 1 : 0);
	if (!has_u && rest.length > 0 && str_to_lower(rest.data[rest.length - 1]) == 'u') {
		has_u = true;
		rest.length--;
	}
	number->is_unsigned = has_u;
	number->is_wide = rest.length > 0;
	return rest.length == 0 || str_equal(rest, STR("ll")) || str_equal(rest, STR("LL")) ||
		(rest.length == 1 &&
			(str_to_lower(rest.data[0]) == 'l' || str_to_lower(rest.data[0]) == 'z'));
}

/* The type of a number by its size, its suffix and its radix. */
static enum header_fault
fit_number(uint64_t value, unsigned radix, struct header_number *number)
{
	bool may_be_unsigned = number->is_unsigned || radix != 10;
	number->bits = value;
	if (!number->is_wide) {
		bool fits_int = value <= INT32_MAX && !number->is_unsigned;
		bool fits_unsigned = value <= UINT32_MAX && may_be_unsigned;
		number->is_wide = !fits_int && !fits_unsigned;
		number->is_unsigned = number->is_wide ? number->is_unsigned : !fits_int;
	}
	if (number->is_wide && value > INT64_MAX) {
		number->is_unsigned = true;
		return may_be_unsigned ? HEADER_FAULT_NONE : HEADER_FAULT_TOO_LARGE;
	}
	return HEADER_FAULT_NONE;
}

enum header_fault
header_literal_number(struct str text, struct header_number *number)
{
	uint64_t value;
	struct str whole = text;
	unsigned radix = cut_prefix(&text);
	enum header_fault fault = cut_digits(&text, radix, &value);
	if (is_floating(
		    fault == HEADER_FAULT_NONE || fault == HEADER_FAULT_TOO_LARGE ? text : whole,
		    radix)) {
		return HEADER_FAULT_FOREIGN;
	}
	if (fault != HEADER_FAULT_NONE) {
		return fault;
	}
	return read_suffix(text, number) ? fit_number(value, radix, number)
					 : HEADER_FAULT_MALFORMED;
}

/* \x41, \101: the value of an escape of digits, which is cut off. */
static bool
cut_code(struct str *text, unsigned radix, size_t most, uint32_t *value)
{
	size_t at = 0;
	*value = 0;
	while (at < text->length && at < most && digit_value(text->data[at]) < radix) {
		*value = *value * radix + digit_value(text->data[at]);
		at++;
	}
	*text = str_skip(*text, at);
	return at > 0;
}

/* What stands behind a backslash, which is cut off; false if it is no escape of one byte. */
static bool
cut_escape(struct str *text, uint32_t *value)
{
	static const char escapes[] = "abfnrtv\\'\"?e";
	static const char codes[] = "\a\b\f\n\r\t\v\\'\"?\033";
	if (text->length == 0) {
		return false;
	}
	char c = text->data[0];
	const char *escape = memchr(escapes, c, sizeof(escapes) - 1);
	if (escape != NULL) {
		*value = (unsigned char)codes[escape - escapes];
		*text = str_skip(*text, 1);
		return true;
	}
	bool is_hex = c == 'x';
	*text = str_skip(*text, is_hex ? 1 : 0);
	return cut_code(text, is_hex ? 16 : 8, is_hex ? 4 : 3, value);
}

/* One character of a literal, which is cut off; false if its number depends on the machine. */
static bool
cut_character(struct str *text, uint32_t *value)
{
	char c = text->data[0];
	*text = str_skip(*text, 1);
	*value = (unsigned char)c;
	return (c != '\\' || cut_escape(text, value)) && *value < 128;
}

enum header_fault
header_literal_character(struct str text, struct header_number *number)
{
	bool is_plain = text.data[0] == '\'';
	text = str_skip(text, str_find(text, 0, '\''));
	if (text.length < 3 || text.data[text.length - 1] != '\'') {
		return HEADER_FAULT_MALFORMED;
	}
	struct str rest = {text.data + 1, text.length - 2};
	uint64_t bits = 0;
	unsigned count = 0;
	for (; rest.length > 0; count++) {
		uint32_t value;
		if (count == 4 || !cut_character(&rest, &value)) {
			return HEADER_FAULT_CHARACTER;
		}
		bits = bits << 8 | value;
	}
	*number = header_number_int((int32_t)bits);
	return count > 1 && !is_plain ? HEADER_FAULT_CHARACTER : HEADER_FAULT_NONE;
}

/* \u00e4 and \U000000e4: the character that is named by its number. */
static bool
cut_named(struct str *text, struct buf *out)
{
	size_t digits = text->length > 0 && text->data[0] == 'U' ? 8 : 4;
	struct str rest = text->length > 0 ? str_skip(*text, 1) : *text;
	uint32_t value = 0;
	bool is_named = text->length > digits && str_to_lower(text->data[0]) == 'u' &&
		cut_code(&rest, 16, digits, &value) && rest.length + digits + 1 == text->length &&
		!utf8_is_forbidden(value);
	if (is_named) {
		utf8_encode(out, value);
		*text = rest;
	}
	return is_named;
}

/* Between the parentheses of R"mark(...)mark" all stands for itself. */
static bool
add_raw(struct str text, struct buf *out)
{
	size_t open = str_find(text, 0, '('), quote = str_find(text, 0, '"');
	size_t around = open - quote; /* what stands on both sides: mark and parenthesis */
	bool is_whole = open < text.length && text.length >= open + 1 + around + 1;
	if (is_whole) {
		buf_add(out,
			(struct str){text.data + open + 1, text.length - open - 1 - around - 1});
	}
	return is_whole;
}

bool
header_literal_string(struct str text, struct buf *out)
{
	size_t quote = str_find(text, 0, '"');
	if (quote > 0 && text.data[quote - 1] == 'R') {
		return add_raw(text, out);
	}
	if (text.length < quote + 2 || text.data[text.length - 1] != '"') {
		return false;
	}
	struct str rest = {text.data + quote + 1, text.length - quote - 2};
	bool is_fine = true;
	while (rest.length > 0 && is_fine) {
		size_t plain = str_find(rest, 0, '\\');
		bool has_escape = plain < rest.length;
		uint32_t value;
		buf_add(out, str_head(rest, plain));
		rest = str_skip(rest, plain + (has_escape ? 1 : 0));
		if (has_escape && !cut_named(&rest, out)) {
			is_fine = cut_escape(&rest, &value) && value < 256;
			buf_add_char(out, is_fine ? (char)value : '?');
		}
	}
	return is_fine;
}
