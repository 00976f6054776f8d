#include "target/marker.h"

#define SIGN STR("errspec:")
#define BYTE_ORDER_MARK STR("\xEF\xBB\xBF")

static bool
is_letter(char c)
{
	return str_is_letter(c) || str_is_digit(c) || (unsigned char)c >= 0x80;
}

static bool
is_of_word(char c)
{
	return is_letter(c) || c == '_';
}

/* Whether no letter is in it: what stands around a marker begins and ends a comment. */
static bool
is_bare(struct str text)
{
	size_t at = 0;
	while (at < text.length && !is_letter(text.data[at])) {
		at++;
	}
	return at == text.length;
}

/* Takes the word that the rest of a line begins with; an empty one where there is none. */
static struct str
take_word(struct str *rest)
{
	size_t length = 0;
	while (length < rest->length && is_of_word(rest->data[length])) {
		length++;
	}
	struct str word = str_head(*rest, length);
	*rest = str_skip(*rest, length);
	return word;
}

/* The blanks and tabs that it begins with. */
static struct str
blanks_of(struct str text)
{
	size_t length = 0;
	while (length < text.length && str_is_blank(text.data[length])) {
		length++;
	}
	return str_head(text, length);
}

/* The end of a region, or why it is none; `rest` is what follows. */
static struct str
read_end(struct str rest)
{
	return is_bare(rest) ? STR("")
			     : STR("nothing but the end of a comment may follow 'errspec:end'");
}

/* The words behind the beginning of a region, or what is wrong with them. */
static struct str
read_begin(struct region_marker *marker, struct str rest)
{
	int count = 0;
	bool is_apart = true;
	for (; count < MARKER_WORDS && is_apart; count++) {
		size_t blanks = blanks_of(rest).length;
		rest = str_skip(rest, blanks);
		is_apart = blanks > 0 && rest.length > 0 && is_letter(rest.data[0]);
		marker->words[count] = is_apart ? take_word(&rest) : STR("");
	}
	return marker->words[1].length == 0 ? STR("it names no region; behind 'errspec:begin' "
						  "stand a target and one of its regions")
		: !is_bare(rest) ? STR("more follows than a target, a region and what it shows")
				 : STR("");
}

static bool
has(struct str text, struct str part)
{
	return str_search(text, 0, part) < text.length;
}

/* Why the comment with a marker is not one of this line alone; empty if it is. */
static struct str
comment_fault(struct str head, struct str rest)
{
	static const struct str pairs[][2] = {
		{STR_INIT("/*"), STR_INIT("*/")}, {STR_INIT("<!--"), STR_INIT("-->")}};
	bool is_open = str_starts(str_trim(head), STR("*"));
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		is_open = is_open || (has(head, pairs[i][0]) && !has(rest, pairs[i][1]));
	}
	return is_open || str_ends(str_trim(rest), STR("\\"))
		? STR("its comment has to begin and end in this line")
		: STR("");
}

/* Reads a line that has the sign at `at`; false if it is no marker. */
static bool
read_line(struct region_marker *marker, size_t at)
{
	struct str rest = str_skip(marker->line, at + SIGN.length);
	struct str word = take_word(&rest);
	if (!is_bare(str_head(marker->line, at)) || word.length == 0) {
		return false;
	}
	struct str fault = comment_fault(str_head(marker->line, at), rest);
	bool is_begin = str_equal(word, STR("begin"));
	bool is_end = str_equal(word, STR("end"));
	marker->indent = blanks_of(marker->line);
	marker->mark = (struct str){marker->line.data + at, SIGN.length + word.length};
	marker->fault = fault.length > 0 ? fault
		: is_begin               ? read_begin(marker, rest)
		: is_end                 ? read_end(rest)
			 : STR("'errspec:' begins 'errspec:begin' or 'errspec:end'");
	marker->kind = marker->fault.length > 0 ? MARKER_BAD : is_begin ? MARKER_BEGIN : MARKER_END;
	return true;
}

bool
marker_next(struct str text, size_t *at, struct region_marker *marker)
{
	if (*at == 0 && str_starts(text, BYTE_ORDER_MARK)) {
		*at = BYTE_ORDER_MARK.length;
	}
	for (size_t found = 0; found < text.length;) {
		size_t start = *at;
		found = str_search(text, start, SIGN);
		for (size_t i = start; i < found; i++) {
			start = text.data[i] == '\n' ? i + 1 : start;
		}
		*marker = (struct region_marker){.line = str_line(text, start)};
		*at = start + marker->line.length;
		if (found < text.length && read_line(marker, found - start)) {
			return true;
		}
	}
	return false;
}
