#include "read/entity.h"

static const struct {
	struct str name;
	char character;
} named[] = {
	{STR_INIT("&amp;"), '&'},
	{STR_INIT("&lt;"), '<'},
	{STR_INIT("&gt;"), '>'},
	{STR_INIT("&quot;"), '"'},
	{STR_INIT("&apos;"), '\''},
	{STR_INIT("&nbsp;"), ' '},
};

enum { LENGTH_MOST = 12, LAST_CHARACTER = 0x10FFFF };

/* A number in decimal or hexadecimal between "&#" and ";". */
static size_t
read_number(struct str text, uint32_t *character)
{
	bool is_hex = text.length > 2 && str_to_lower(text.data[2]) == 'x';
	unsigned radix = is_hex ? 16 : 10;
	size_t start = is_hex ? 3 : 2, at = start;
	uint32_t number = 0;
	for (; at < text.length && at < LENGTH_MOST && text.data[at] != ';'; at++) {
		char c = str_to_lower(text.data[at]);
		unsigned digit = str_is_digit(c) ? (unsigned)(c - '0')
			: c >= 'a' && c <= 'f'   ? (unsigned)(c - 'a' + 10)
						 : 16;
		if (digit >= radix || number > LAST_CHARACTER) {
			return 0;
		}
		number = number * radix + digit;
	}
	bool is_character =
		number > 0 && number <= LAST_CHARACTER && (number < 0xD800 || number > 0xDFFF);
	*character = number;
	return at > start && at < text.length && text.data[at] == ';' && is_character ? at + 1 : 0;
}

size_t
entity_read(struct str text, uint32_t *character)
{
	if (str_starts(text, STR("&#"))) {
		return read_number(text, character);
	}
	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		if (str_starts(text, named[i].name)) {
			*character = (unsigned char)named[i].character;
			return named[i].name.length;
		}
	}
	return 0;
}
