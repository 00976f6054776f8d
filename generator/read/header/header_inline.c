#include "read/header/header_inline.h"

#include "base/utf8.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

struct str
header_inline_command(struct str line)
{
	bool is_marked = line.length > 1 && (line.data[0] == '@' || line.data[0] == '\\');
	size_t end = 1;
	if (!is_marked) {
		return (struct str){NULL, 0};
	}
	while (end < line.length && str_is_lower(line.data[end])) {
		end++;
	}
	bool is_brace = end == 1 && (line.data[1] == '{' || line.data[1] == '}');
	end += is_brace ? 1 : 0;
	return end > 1 ? (struct str){line.data + 1, end - 1} : (struct str){NULL, 0};
}

/* The marks of markdown that stand for a command before a word; NULL where it is none. */
static const char *
emphasis(struct str word)
{
	char letter = word.length == 1 ? word.data[0] : '\0';
	bool is_code = letter == 'c' || letter == 'p';
	bool is_strong = letter == 'b';
	bool is_weak = letter == 'e' || letter == 'a' || str_equal(word, STR("em"));
	bool is_nothing = str_equal(word, STR("ref")) || str_equal(word, STR("link"));
	return is_code ? "`" : is_strong ? "**" : is_weak ? "*" : is_nothing ? "" : NULL;
}

/* Appends the word behind a command such as @c; returns the bytes that both take. */
static size_t
add_word(struct buf *out, struct str rest, size_t skipped, const char *mark)
{
	size_t from = skipped;
	while (from < rest.length && is_blank(rest.data[from])) {
		from++;
	}
	size_t end = from;
	while (end < rest.length && !is_blank(rest.data[end])) {
		end++;
	}
	while (end > from && strchr(".,;:)", rest.data[end - 1]) != NULL) {
		end--;
	}
	buf_add(out, str_from(mark));
	buf_add(out, (struct str){rest.data + from, end - from});
	buf_add(out, str_from(mark));
	return end;
}

/* Appends the character that &lt; or &#60; stands for; returns the bytes that are taken, or 0. */
static size_t
add_reference(struct buf *out, struct str rest)
{
	static const struct {
		struct str name;
		uint32_t character;
	} named[] = {{STR_INIT("&lt;"), '<'}, {STR_INIT("&gt;"), '>'}, {STR_INIT("&amp;"), '&'},
		{STR_INIT("&quot;"), '"'}};
	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		if (str_starts(rest, named[i].name)) {
			utf8_encode(out, named[i].character);
			return named[i].name.length;
		}
	}
	uint32_t character = 0;
	size_t at = 2;
	for (; at < rest.length && at < 8 && str_is_digit(rest.data[at]); at++) {
		character = character * 10 + (uint32_t)(rest.data[at] - '0');
	}
	bool is_number = str_starts(rest, STR("&#")) && at > 2 && at < rest.length &&
		rest.data[at] == ';' && character >= ' ' && character < 0xD800;
	if (!is_number) {
		return 0;
	}
	utf8_encode(out, character);
	return at + 1;
}

void
header_inline_add(struct buf *out, struct str line, bool is_marked)
{
	for (size_t at = 0; at < line.length;) {
		struct str rest = str_skip(line, at);
		size_t taken = is_marked && rest.data[0] == '&' ? add_reference(out, rest) : 0;
		if (taken > 0) {
			at += taken;
			continue;
		}
		struct str word = header_inline_command(rest);
		bool begins = at == 0 || is_blank(line.data[at - 1]) || line.data[at - 1] == '(';
		const char *mark = begins && word.data != NULL ? emphasis(word) : NULL;
		bool is_escape = rest.length > 1 && rest.data[0] == '\\' &&
			strchr("@\\&$#<>%\".", rest.data[1]) != NULL && rest.data[1] != '\0';
		if (mark != NULL && word.length + 1 < rest.length) {
			at += add_word(out, rest, word.length + 1, mark);
			continue;
		}
		at += is_escape ? 1 : 0;
		buf_add_char(out, line.data[at++]);
	}
}
