#include "audit/audit_number.h"

#include "spec/integer.h"

enum { NUMBER_MAX = 40 }; /* characters of a number that is read */

bool
audit_number_read(struct str word, bool is_negative, struct number *number)
{
	char digits[NUMBER_MAX + 1];
	size_t length = 0, at = 0;
	bool is_hex = word.length > 2 && word.data[0] == '0' && str_to_lower(word.data[1]) == 'x';
	if (is_negative) {
		digits[length++] = '-';
	}
	for (; at < word.length && length < NUMBER_MAX; at++) {
		char c = str_to_lower(word.data[at]);
		bool is_digit = str_is_digit(c) || (is_hex && c >= 'a' && c <= 'f');
		if (is_digit || (is_hex && at == 1)) {
			digits[length++] = c;
		} else if (c != '_' && c != '\'') {
			break;
		}
	}
	bool has_suffix = at < word.length;
	bool is_suffix = !has_suffix || strchr("uUlLniz", word.data[at]) != NULL;
	return is_suffix && word.length - at <= 4 &&
		integer_parse((struct str){digits, length}, number) == INTEGER_FINE;
}

bool
audit_number_is_round(const struct number *number)
{
	uint64_t size = number->kind == NUMBER_SIGNED && number->integer < 0 ? -number->natural
									     : number->natural;
	for (uint64_t ten = 1; ten - 1 <= size; ten *= 10) {
		if (size == ten || size == ten - 1 || ten > UINT64_MAX / 10) {
			return true;
		}
	}
	return (size & (size - 1)) == 0 || (size & (size + 1)) == 0;
}
