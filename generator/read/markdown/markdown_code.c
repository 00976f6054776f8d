#include "read/markdown/markdown_code.h"

enum { DIGITS_OF_ORDINAL = 2, PEELED_MOST = 1000 /* bytes; a longer text is no code */ };

static bool
is_hex_digit(char c)
{
	char small = str_to_lower(c);
	return str_is_digit(c) || (small >= 'a' && small <= 'f');
}

static size_t
digits(struct str text, size_t at)
{
	size_t end = at;
	while (end < text.length && str_is_digit(text.data[end])) {
		end++;
	}
	return end - at;
}

/* The length of an optional sign, which may be escaped. */
static size_t
sign_length(struct str text)
{
	size_t at = text.length > 0 && text.data[0] == '\\' ? 1 : 0;
	bool is_signed = at < text.length && (text.data[at] == '-' || text.data[at] == '+');
	return is_signed ? at + 1 : 0;
}

/* The length of a number at the start of `text`, or 0. */
static size_t
number_length(struct str text, enum markdown_spelling *spelling)
{
	size_t sign = sign_length(text), at = sign;
	bool is_hex = at + 2 < text.length && text.data[at] == '0' &&
		str_to_lower(text.data[at + 1]) == 'x' && is_hex_digit(text.data[at + 2]);
	*spelling = SPELLING_NUMBER;
	if (is_hex) {
		at += 2;
		while (at < text.length && is_hex_digit(text.data[at])) {
			at++;
		}
		return at;
	}
	size_t count = digits(text, at), whole = count;
	bool has_point = false;
	for (at += count; count > 0 && at < text.length && text.data[at] == '.'; at += 1 + count) {
		count = digits(text, at + 1);
		if (count == 0) {
			break;
		}
		has_point = true;
	}
	if (has_point || (sign == 0 && whole <= DIGITS_OF_ORDINAL)) {
		*spelling = SPELLING_ORDINAL;
	}
	return whole == 0 ? 0 : at;
}

/* The length of what stands between the two ends of a range, or 0. */
static size_t
dash_length(struct str text)
{
	static const struct str dashes[] = {STR_INIT("-"), STR_INIT("~"), STR_INIT(".."),
		STR_INIT("\xE2\x80\x93"), STR_INIT("\xE2\x80\x94"), STR_INIT("\xEF\xBD\x9E"),
		STR_INIT(" - "), STR_INIT(" ~ "), STR_INIT(" \xE2\x80\x93 ")};
	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
		if (str_starts(text, dashes[i])) {
			return dashes[i].length;
		}
	}
	return 0;
}

/* The length of a number or of a range of numbers at the start of `text`, or 0. */
static size_t
numbers_length(struct str text, enum markdown_spelling *spelling)
{
	enum markdown_spelling other;
	size_t first = number_length(text, spelling);
	size_t dash = first == 0 ? 0 : dash_length(str_skip(text, first));
	size_t second = dash == 0 ? 0 : number_length(str_skip(text, first + dash), &other);
	return second == 0 ? first : first + dash + second;
}

static bool
is_name_char(char c)
{
	return str_is_letter(c) || str_is_digit(c) || memchr("_.-:/\\", c, 6) != NULL;
}

/* What a name of `length` bytes is: a constant has capitals alone, and a digit or '_'. */
static enum markdown_spelling
name_spelling(struct str name)
{
	bool has_small = false, has_mark = false;
	for (size_t i = 0; i < name.length; i++) {
		has_small = has_small || str_is_lower(name.data[i]) || name.data[i] == '.';
		has_mark = has_mark || name.data[i] == '_' || str_is_digit(name.data[i]);
	}
	return !has_small && has_mark ? SPELLING_CONSTANT : SPELLING_NAME;
}

/* What the text, without blanks around it, is spelt as. Backslashes do not count. */
static enum markdown_spelling
spelling_of(struct str text)
{
	enum markdown_spelling spelling;
	size_t at = 0;
	if (text.length == 0) {
		return SPELLING_NONE;
	}
	if (numbers_length(text, &spelling) == text.length) {
		return spelling;
	}
	if (!str_is_letter(text.data[0]) && text.data[0] != '_') {
		return SPELLING_WORDS;
	}
	while (at < text.length && is_name_char(text.data[at])) {
		at++;
	}
	return at == text.length ? name_spelling(text) : SPELLING_WORDS;
}

/* Takes `length` bytes and the blanks behind them from both ends. */
static struct str
inside(struct str text, size_t head, size_t tail)
{
	return str_trim((struct str){text.data + head, text.length - head - tail});
}

/* Takes a pair of marks that stands around all of the text. */
static bool
peel_marks(struct str *text)
{
	static const struct str marks[] = {STR_INIT("**"), STR_INIT("__"), STR_INIT("``"),
		STR_INIT("`"), STR_INIT("*"), STR_INIT("_"), STR_INIT("~~")};
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t length = marks[i].length;
		if (text->length > 2 * length && str_starts(*text, marks[i]) &&
			str_search(*text, length, marks[i]) == text->length - length) {
			*text = inside(*text, length, length);
			return true;
		}
	}
	return false;
}

/* The length of an empty pair of tags, `<a name="x"></a>`, or of a break, at the start; or 0. */
static size_t
empty_pair_length(struct str text)
{
	size_t end = text.length > 2 && text.data[0] == '<' ? str_find(text, 0, '>') : text.length;
	if (end == text.length) {
		return 0;
	}
	struct str rest = str_skip(text, end + 1);
	size_t close = str_starts(rest, STR("</")) ? str_find(rest, 0, '>') : rest.length;
	bool is_break = str_starts(text, STR("<br"));
	return close < rest.length ? end + 1 + close + 1 : is_break ? end + 1 : 0;
}

/* Takes an empty pair of tags from the start, or a pair that stands around all of the text. */
static bool
peel_tag(struct str *text)
{
	size_t length = empty_pair_length(*text);
	if (length > 0) {
		*text = inside(*text, length, 0);
		return true;
	}
	size_t open = text->length > 2 && text->data[0] == '<' ? str_find(*text, 0, '>') : 0;
	size_t close = str_search(*text, open, STR("</"));
	bool is_last =
		open > 0 && close < text->length && str_find(*text, close, '>') + 1 == text->length;
	if (is_last) {
		*text = inside(*text, open + 1, text->length - close);
	}
	return is_last;
}

/* Takes the marks of a link that is all of the text: `[text](address)`. */
static bool
peel_link(struct str *text)
{
	if (text->length < 4 || text->data[0] != '[' || text->data[text->length - 1] != ')') {
		return false;
	}
	size_t middle = str_search(*text, 0, STR("]("));
	if (middle == text->length || middle == 1) {
		return false;
	}
	*text = inside(*text, 1, text->length - middle);
	return true;
}

struct str
markdown_code_peel(struct str text)
{
	text = str_trim(text);
	if (text.length > PEELED_MOST) {
		return text;
	}
	while (peel_marks(&text) || peel_tag(&text) || peel_link(&text)) {
	}
	return text;
}

/* Takes anchors from the end of a heading: `{#id}`, `[](id:name)`, `<a …></a>`. */
static struct str
without_anchors(struct str text)
{
	while (text.length <= PEELED_MOST) {
		size_t brace =
			str_ends(text, STR("}")) ? str_search(text, 0, STR("{#")) : text.length;
		size_t link =
			str_ends(text, STR(")")) ? str_search(text, 0, STR("[](")) : text.length;
		size_t tag =
			str_ends(text, STR("</a>")) ? str_search(text, 0, STR("<a ")) : text.length;
		size_t end = brace < link ? brace : link;
		end = tag < end ? tag : end;
		if (end == text.length || end == 0) {
			return text;
		}
		text = str_trim(str_head(text, end));
	}
	return text;
}

/* The length of what may stand between a code and its title, or 0. */
static size_t
separator_length(struct str text)
{
	static const struct str separators[] = {STR_INIT(":"), STR_INIT("\xEF\xBC\x9A"),
		STR_INIT("- "), STR_INIT("\xE2\x80\x93"), STR_INIT("\xE2\x80\x94"), STR_INIT("|"),
		STR_INIT("\xE3\x80\x81"), STR_INIT(", ")};
	for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++) {
		if (str_starts(text, separators[i])) {
			return separators[i].length;
		}
	}
	return 0;
}

/* The length of the code at the start of a heading, or 0. */
static size_t
head_length(struct str text, enum markdown_spelling *spelling)
{
	size_t length = numbers_length(text, spelling);
	if (length == 0 && text.length > 0 && str_is_letter(text.data[0])) {
		while (length < text.length && is_name_char(text.data[length]) &&
			text.data[length] != ':') {
			length++;
		}
		struct str name = str_head(text, length);
		*spelling = name_spelling(name);
		bool is_dotted = str_find(name, 0, '.') + 1 < length;
		length = *spelling == SPELLING_CONSTANT || is_dotted ? length : 0;
	}
	if (length < text.length && text.data[length] != ' ' && text.data[length] != '\t' &&
		separator_length(str_skip(text, length)) == 0) {
		return 0;
	}
	return length;
}

static struct str
title_behind(struct str text, size_t length)
{
	struct str title = str_trim(str_skip(text, length));
	return str_trim(str_skip(title, separator_length(title)));
}

/* Where the address of a link ends whose text ends at `at`, `](address)`; `at` if there is none. */
static size_t
address_end(struct str text, size_t at)
{
	bool is_link = str_starts(str_skip(text, at - 1), STR("]("));
	size_t close = is_link ? str_find(text, at, ')') : text.length;
	return close < text.length ? close + 1 : at;
}

/* Takes the marks around the code alone, `**501** Title`: `*length` is what they take up. */
static struct str
marked_code(struct str text, size_t *length)
{
	static const struct str marks[] = {
		STR_INIT("**"), STR_INIT("``"), STR_INIT("`"), STR_INIT("[")};
	static const struct str closings[] = {
		STR_INIT("**"), STR_INIT("``"), STR_INIT("`"), STR_INIT("]")};
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t at = marks[i].length;
		size_t end = str_starts(text, marks[i]) ? str_search(text, at, closings[i]) : 0;
		if (end > at && end < text.length) {
			*length = address_end(text, end + closings[i].length);
			return str_trim((struct str){text.data + at, end - at});
		}
	}
	*length = 0;
	return text;
}

struct markdown_code
markdown_code_of_heading(const struct vocabulary *vocabulary, struct str heading)
{
	struct markdown_code found = {.spelling = SPELLING_NONE};
	struct str text = markdown_code_peel(without_anchors(str_trim(heading)));
	size_t taken;
	struct str code = marked_code(text, &taken);
	size_t length = head_length(code, &found.spelling);
	if (length > 0 && (taken == 0 || length == code.length)) {
		found.code = str_head(code, length);
		found.title = title_behind(text, taken == 0 ? length : taken);
		return found;
	}
	found.spelling = SPELLING_NONE;
	if (vocabulary_find(vocabulary, text) == WORD_CATCH_ALL) {
		found.code = text;
		found.title = str_skip(text, text.length);
		found.spelling = SPELLING_CATCH_ALL;
	}
	return found;
}

struct markdown_code
markdown_code_of_cell(const struct vocabulary *vocabulary, struct str cell)
{
	struct markdown_code found = {.code = markdown_code_peel(cell)};
	found.spelling = spelling_of(found.code);
	if (vocabulary_find(vocabulary, found.code) == WORD_CATCH_ALL) {
		found.spelling = SPELLING_CATCH_ALL;
	}
	if (found.spelling == SPELLING_WORDS) {
		enum markdown_spelling spelling;
		size_t length = numbers_length(found.code, &spelling);
		bool is_apart = length > 0 && memchr(" <(\t", found.code.data[length], 4) != NULL;
		if (is_apart) {
			found.title = str_trim(str_skip(found.code, length));
			found.code = str_head(found.code, length);
			found.spelling = spelling;
		}
	}
	return found;
}
