#include "spec/placeholder.h"

static bool
is_word(char c)
{
	return str_is_letter(c) || str_is_digit(c) || c == '_';
}

struct str
placeholder_next(struct str text, size_t *at)
{
	while ((*at = str_find(text, *at, '{')) < text.length) {
		size_t start = (*at)++, end = start + 1;
		while (end < text.length && is_word(text.data[end])) {
			end++;
		}
		struct str name = {text.data + start + 1, end - start - 1};
		if (end < text.length && text.data[end] == '}' && str_is_name(name)) {
			return (struct str){text.data + start, end + 1 - start};
		}
	}
	return STR("");
}
