#include "spec/display.h"

#include <inttypes.h>
#include <stdio.h>

/* How prefixes end behind which everybody reads hexadecimal digits. */
static const struct str marks[] = {STR_INIT("0x"), STR_INIT("0X"), STR_INIT("#x"), STR_INIT("#X"),
	STR_INIT("16#"), STR_INIT("U+"), STR_INIT("u+"), STR_INIT("&H"), STR_INIT("&h"),
	STR_INIT("\\x"), STR_INIT("\\u")};

/* Those behind which everybody reads octal or binary ones, where a number begins with them. */
static const struct str others[] = {STR_INIT("0o"), STR_INIT("0O"), STR_INIT("0b"), STR_INIT("0B"),
	STR_INIT("8#"), STR_INIT("2#")};

/* The prefix of the module's display. */
static struct str
prefix_of(const struct module *module)
{
	struct str prefix = text_str(module->display);
	while (str_ends(prefix, STR("0"))) {
		prefix.length--;
	}
	return prefix;
}

bool
display_is_hexadecimal(const struct module *module)
{
	struct str prefix = prefix_of(module);
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (str_ends(prefix, marks[i])) {
			return true;
		}
	}
	return false;
}

bool
display_is_misleading(const struct module *module)
{
	struct str prefix = prefix_of(module);
	bool is_it = false;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		bool ends = str_ends(prefix, others[i]);
		size_t begin = prefix.length - others[i].length;
		char last = ends && begin > 0 ? prefix.data[begin - 1] : ' ';
		is_it = is_it || (ends && !str_is_letter(last) && !str_is_digit(last));
	}
	return is_it && module->type != TYPE_STRING;
}

/* The hexadecimal digits of what the module's type stores. */
static struct str
stored_digits(const struct module *module, const struct number *number, char digits[NUMBER_DIGITS])
{
	bool is_narrow = module->type == TYPE_INT32 || module->type == TYPE_UINT32;
	uint64_t bits = is_narrow ? (uint32_t)number->natural : number->natural;
	int length = snprintf(digits, NUMBER_DIGITS, "%" PRIX64, bits);
	return (struct str){digits, (size_t)length};
}

struct text
display_number(struct arena *arena, const struct module *module, const struct number *number)
{
	char digits[NUMBER_DIGITS];
	struct str prefix = prefix_of(module);
	size_t zeros = module->display.length - prefix.length;
	bool is_hex = number->kind != NUMBER_STRING && display_is_hexadecimal(module);
	struct str shown =
		is_hex ? stored_digits(module, number, digits) : number_str(number, digits);
	bool is_negative = shown.length > 0 && shown.data[0] == '-';
	struct str plain = str_skip(shown, is_negative ? 1 : 0);
	size_t fill = zeros > plain.length ? zeros - plain.length : 0;
	struct str padding = {prefix.data + prefix.length, fill};
	struct str sign = is_negative ? STR("-") : STR("");
	return text_from(ARENA_JOIN(arena, prefix, sign, padding, plain), number->at);
}
