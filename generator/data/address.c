#include "data/address.h"

/* What stands for a character that is none, or that is not known. */
#define UNKNOWN UINT32_MAX

struct address_walk {
	struct str text;
	size_t at;
	bool is_raw;
};

/* The named references to what means something before a path, or ends what does. */
static const struct {
	struct str name;
	uint32_t character;
} names[] = {{STR_INIT("colon"), ':'}, {STR_INIT("Tab"), '\t'}, {STR_INIT("NewLine"), '\n'},
	{STR_INIT("period"), '.'}, {STR_INIT("plus"), '+'}, {STR_INIT("amp"), '&'},
	{STR_INIT("num"), '#'}, {STR_INIT("quest"), '?'}, {STR_INIT("sol"), '/'}};

static int
digit_of(char c)
{
	return str_is_digit(c)         ? c - '0'
		: c >= 'a' && c <= 'f' ? c - 'a' + 10
		: c >= 'A' && c <= 'F' ? c - 'A' + 10
				       : 16;
}

/* A reference by number, whose "&#" was seen; HTML lets the semicolon be missing. */
static uint32_t
take_number(struct address_walk *walk)
{
	struct str text = walk->text;
	size_t at = walk->at + 2;
	bool is_hexadecimal = at < text.length && (text.data[at] == 'x' || text.data[at] == 'X');
	int base = is_hexadecimal ? 16 : 10;
	uint32_t character = 0;
	size_t first = at += is_hexadecimal;
	for (; at < text.length && digit_of(text.data[at]) < base; at++) {
		uint32_t digit = (uint32_t)digit_of(text.data[at]);
		character = character > 0x10FFFF ? character : character * (uint32_t)base + digit;
	}
	if (at == first) {
		walk->at++;
		return '&';
	}
	walk->at = at + (at < text.length && text.data[at] == ';');
	return character;
}

/* A reference by name, whose ampersand was seen. */
static uint32_t
take_name(struct address_walk *walk)
{
	struct str rest = str_skip(walk->text, walk->at + 1);
	size_t end = 0;
	while (end < rest.length &&
		(str_is_letter(rest.data[end]) || str_is_digit(rest.data[end]))) {
		end++;
	}
	if (end == 0 || end == rest.length || rest.data[end] != ';') {
		walk->at++;
		return '&';
	}
	walk->at += end + 2;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (str_equal(names[i].name, str_head(rest, end))) {
			return names[i].character;
		}
	}
	return UNKNOWN;
}

/* The character at `at`, which is passed; all beyond ASCII are equal here. */
static uint32_t
take(struct address_walk *walk)
{
	struct str rest = str_skip(walk->text, walk->at);
	bool is_escape = walk->is_raw && rest.length > 1 && rest.data[0] == '\\' &&
		memchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", rest.data[1], 32) != NULL;
	if (rest.data[0] == '&') {
		return str_starts(rest, STR("&#")) ? take_number(walk) : take_name(walk);
	}
	walk->at += is_escape ? 2 : 1;
	return (uint8_t)rest.data[is_escape];
}

/* Passes what a quote, an item or a bracket puts before an address, or into it at a line's end. */
static void
pass_marks(struct address_walk *walk)
{
	while (walk->is_raw && walk->at < walk->text.length &&
		memchr(" \t\n><", walk->text.data[walk->at], 5) != NULL) {
		walk->at++;
	}
}

static bool
is_scheme(uint32_t character, uint8_t length)
{
	char c = character < 0x80 ? (char)character : ' ';
	return str_is_letter(c) ||
		(length > 0 && (str_is_digit(c) || c == '+' || c == '-' || c == '.'));
}

struct address
address_read(struct str text, enum address_writing writing)
{
	struct address address = {0};
	struct address_walk walk = {text, 0, writing == ADDRESS_RAW};
	pass_marks(&walk);
	address.start = walk.at;
	while (walk.at < text.length) {
		uint32_t character = take(&walk);
		bool is_lost = character == '\t' || character == '\n' || character == '\r' ||
			(address.length == 0 && character <= ' ');
		if (character == '\n') {
			pass_marks(&walk);
		} else if (character == UNKNOWN) {
			address.is_unclear = true;
		} else if (character == ':' && (address.length > 0 || address.is_unclear)) {
			address.end = walk.at;
			return address;
		} else if (is_scheme(character, address.length)) {
			if (address.length < ADDRESS_SCHEME_MOST) {
				address.scheme[address.length++] = str_to_lower((char)character);
			}
		} else if (!is_lost) {
			break;
		}
	}
	return (struct address){.start = address.start};
}

char
address_character(struct str reference)
{
	struct address_walk walk = {reference, 0, false};
	uint32_t character = take(&walk);
	return character < 0x80 ? (char)character : '?';
}

struct str
address_scheme(const struct address *address)
{
	return address->is_unclear ? STR("?") : (struct str){address->scheme, address->length};
}

static bool
is_one_of(const struct address *address, const struct str *schemes)
{
	struct str scheme = address_scheme(address);
	for (; schemes->length > 0; schemes++) {
		if (str_equal(scheme, *schemes)) {
			return true;
		}
	}
	return false;
}

bool
address_is_welcome(const struct address *address)
{
	static const struct str schemes[] = {
		STR_INIT("http"), STR_INIT("https"), STR_INIT("mailto"), STR_INIT("")};
	return address->end == 0 || is_one_of(address, schemes);
}

bool
address_is_dangerous(const struct address *address)
{
	static const struct str schemes[] = {
		STR_INIT("javascript"), STR_INIT("vbscript"), STR_INIT("data"), STR_INIT("")};
	return address->end > 0 && is_one_of(address, schemes);
}
