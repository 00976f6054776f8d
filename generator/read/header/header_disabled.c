#include "read/header/header_disabled.h"

#include <string.h>

static bool
is_of_word(char c)
{
	return str_is_letter(c) || str_is_digit(c) || c == '_';
}

/* The text without the blanks before it. */
static struct str
without_blanks(struct str text)
{
	while (text.length > 0 && str_is_space(text.data[0])) {
		text = str_skip(text, 1);
	}
	return text;
}

/* Takes the word that the text begins with; empty where it does not. */
static struct str
take_word(struct str *text)
{
	size_t length = 0;
	while (length < text->length && is_of_word(text->data[length])) {
		length++;
	}
	struct str word = str_head(*text, length);
	*text = without_blanks(str_skip(*text, length));
	return word;
}

/* Whether the comment ends there. */
static bool
is_end(struct str text)
{
	return text.length == 0 || str_equal(text, STR("*/"));
}

/* Whether it goes on with a number or a name, or with several and marks between, up to a comma. */
static bool
begins_with_value(struct str text)
{
	bool was_word = false, is_value = true;
	uint32_t words = 0;
	while (is_value && !is_end(text) && text.data[0] != ',') {
		bool is_word = is_of_word(text.data[0]);
		is_value = is_word ? !was_word : strchr("()+-|&~<>*", text.data[0]) != NULL;
		words += is_word ? 1 : 0;
		was_word = is_word;
		if (is_word) {
			(void)take_word(&text);
		} else {
			text = without_blanks(str_skip(text, 1));
		}
	}
	return is_value && words > 0;
}

bool
header_disabled_begins(struct str text)
{
	struct str name = take_word(&text);
	bool has_capital = false;
	for (size_t i = 0; i < name.length; i++) {
		has_capital =
			has_capital || (str_is_letter(name.data[i]) && !str_is_lower(name.data[i]));
	}
	if (!has_capital || str_is_digit(name.data[0]) || text.length == 0) {
		return false;
	}
	struct str rest = without_blanks(str_skip(text, 1));
	return text.data[0] == '=' ? begins_with_value(rest) : text.data[0] == ',' && is_end(rest);
}
