#include "data/plain.h"

/* What YAML 1.1 and 1.2, and Psych beyond them, make of plain scalars. */
struct meaning {
	struct str word;
	struct str noun;
};

static const struct meaning words[] = {
	{STR_INIT("~"), STR_INIT("null")},
	{STR_INIT("null"), STR_INIT("null")},
	{STR_INIT("true"), STR_INIT("boolean")},
	{STR_INIT("false"), STR_INIT("boolean")},
	{STR_INIT("yes"), STR_INIT("boolean")},
	{STR_INIT("no"), STR_INIT("boolean")},
	{STR_INIT("on"), STR_INIT("boolean")},
	{STR_INIT("off"), STR_INIT("boolean")},
	{STR_INIT(".inf"), STR_INIT("number")},
	{STR_INIT("+.inf"), STR_INIT("number")},
	{STR_INIT("-.inf"), STR_INIT("number")},
	{STR_INIT(".nan"), STR_INIT("number")},
	{STR_INIT("="), STR_INIT("value mark")},
	{STR_INIT("<<"), STR_INIT("merge mark")},
};

/* Length of the run of digits and underscores, or also of commas, at `at`. */
static size_t
digits(struct str text, size_t at, bool has_commas)
{
	size_t i = at;
	while (i < text.length &&
		(str_is_digit(text.data[i]) || text.data[i] == '_' ||
			(has_commas && text.data[i] == ','))) {
		i++;
	}
	return i - at;
}

static size_t
sign(struct str text)
{
	return text.length > 0 && (text.data[0] == '-' || text.data[0] == '+') ? 1 : 0;
}

static bool
is_radix_number(struct str text)
{
	size_t at = sign(text);
	if (text.length < at + 3 || text.data[at] != '0') {
		return false;
	}
	char radix = str_to_lower(text.data[at + 1]);
	if (radix != 'x' && radix != 'o' && radix != 'b') {
		return false;
	}
	for (size_t i = at + 2; i < text.length; i++) {
		char c = str_to_lower(text.data[i]);
		if (!str_is_digit(c) && c != '_' && !(radix == 'x' && c >= 'a' && c <= 'f')) {
			return false;
		}
	}
	return true;
}

/* Integers, floats and sexagesimals: 1_000, 1,000, .5, 1e3, -1.0, 12:30, 190:20:30.15 */
static bool
is_number(struct str text, bool has_commas)
{
	size_t at = sign(text), whole = digits(text, at, has_commas);
	at += whole;
	while (whole > 0 && at < text.length && text.data[at] == ':') {
		size_t group = digits(text, at + 1, has_commas);
		if (group == 0 || group > 2) {
			return false;
		}
		at += 1 + group;
	}
	size_t fraction = 0;
	if (at < text.length && text.data[at] == '.') {
		fraction = digits(text, at + 1, has_commas);
		at += 1 + fraction;
	}
	if (whole + fraction == 0) {
		return false;
	}
	if (at < text.length && str_to_lower(text.data[at]) == 'e') {
		at += 1 + sign(str_skip(text, at + 1));
		size_t exponent = digits(text, at, has_commas);
		if (exponent == 0) {
			return false;
		}
		at += exponent;
	}
	return at == text.length;
}

/* 2001-12-14, and what follows a date in a timestamp. */
static bool
is_timestamp(struct str text)
{
	if (digits(text, 0, false) != 4 || text.length < 8 || text.data[4] != '-') {
		return false;
	}
	size_t month = digits(text, 5, false), at = 5 + month;
	if (month == 0 || month > 2 || at >= text.length || text.data[at] != '-') {
		return false;
	}
	size_t day = digits(text, at + 1, false);
	at += 1 + day;
	if (day == 0 || day > 2) {
		return false;
	}
	char next = at < text.length ? text.data[at] : '\0';
	bool has_time = next == 'T' || next == 't' || next == ' ' || next == '\t';
	return at == text.length ||
		(has_time && str_find(text, at, ':') < text.length && at + 1 < text.length &&
			digits(text, at + 1, false) > 0);
}

/* Behind a fraction: e and a sign and digits, or nothing. */
static bool
is_exponent(struct str text)
{
	bool has_sign = text.length > 2 && str_to_lower(text.data[0]) == 'e' &&
		sign(str_skip(text, 1)) == 1;
	return text.length == 0 || (has_sign && 2 + digits(text, 2, false) == text.length);
}

/* -1, 0x1F, 2.50, 1.0e-3: no plus, no zero before other digits, nothing between the digits. */
static bool
is_plain_number(struct str text)
{
	struct str rest = str_skip(text, str_starts(text, STR("-")));
	size_t whole = digits(rest, 0, false);
	bool has_zero = whole > 1 && rest.data[0] == '0';
	bool is_decimal = whole > 0 && !has_zero && whole == rest.length;
	if (whole > 0 && !has_zero && whole < rest.length && rest.data[whole] == '.') {
		size_t fraction = digits(rest, whole + 1, false);
		is_decimal = fraction > 0 && is_exponent(str_skip(rest, whole + 1 + fraction));
	}
	bool is_hex = str_starts(text, STR("0x")) && is_radix_number(text);
	return (is_hex || is_decimal) && str_find(text, 0, '_') == text.length;
}

bool
plain_is_certain(struct str text)
{
	struct str meaning = plain_meaning(text);
	return meaning.length == 0 || str_equal(meaning, STR("null")) || is_plain_number(text) ||
		str_equal(text, STR("true")) || str_equal(text, STR("false"));
}

struct str
plain_meaning(struct str text)
{
	if (text.length == 0) {
		return STR("null");
	}
	/* Most texts are sentences: a letter that begins no such word decides at once. */
	char first = str_to_lower(text.data[0]);
	if (str_is_letter(first) && (text.length > 5 || strchr("ntfyo", first) == NULL)) {
		return STR("");
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_equal_fold(text, words[i].word)) {
			return words[i].noun;
		}
	}
	if (first == ':' && text.length > 1) {
		return STR("symbol");
	}
	if (is_radix_number(text) || is_number(text, false)) {
		return STR("number");
	}
	if (is_number(text, true)) {
		return STR("number with commas");
	}
	return is_timestamp(text) ? STR("timestamp") : STR("");
}
