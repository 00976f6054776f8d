#include "mustache/tag.h"

#include "base/utf8.h"
#include "errspec.h"

struct tag_reader
tag_reader_of(struct diag_sink *sink, uint32_t source)
{
	return (struct tag_reader){.sink = sink,
		.source = source,
		.text = source_get(sink->sources, source)->text,
		.open = STR("{{"),
		.close = STR("}}")};
}

struct span
tag_span(const struct tag_reader *reader, size_t start, size_t end)
{
	return (struct span){reader->source, (uint32_t)start, (uint32_t)(end - start)};
}

static size_t
skip_blanks(struct str text, size_t at)
{
	while (at < text.length && str_is_space(text.data[at])) {
		at++;
	}
	return at;
}

/* What the sign behind the opening delimiter makes of a tag; TAG_VARIABLE where there is none. */
static enum tag_kind
kind_of_sign(char sign)
{
	switch (sign) {
	case '{':
	case '&':
		return TAG_RAW;
	case '#':
		return TAG_SECTION;
	case '^':
		return TAG_INVERTED;
	case '/':
		return TAG_CLOSE;
	case '>':
		return TAG_PARTIAL;
	case '<':
		return TAG_PARENT;
	case '$':
		return TAG_BLOCK;
	case '!':
		return TAG_COMMENT;
	case '=':
		return TAG_DELIMITERS;
	default:
		return TAG_VARIABLE;
	}
}

/* The sign that closes with the delimiter: } for {, = for =; none for the others. */
static struct str
closing_sign(char sign)
{
	return sign == '{' ? STR("}") : sign == '=' ? STR("=") : STR("");
}

/* Offset of `sign` and the closing delimiter behind it, or the text's length. */
static size_t
find_close(const struct tag_reader *reader, size_t from, struct str sign)
{
	struct str text = reader->text;
	size_t at = str_search(text, from, reader->close);
	if (at < text.length && sign.length > 0) {
		bool is_before = at > from && text.data[at - 1] == sign.data[0];
		bool is_first = text.data[at] == sign.data[0] &&
			str_starts(str_skip(text, at + 1), reader->close);
		at = is_before ? at - 1 : is_first ? at : text.length;
	}
	return at;
}

static void
report(struct tag_reader *reader, int32_t code, size_t start, size_t end, struct str word)
{
	DIAG(reader->sink, code, tag_span(reader, start, end), word);
	reader->failed = true;
}

enum { DELIMITER_MAX = 32 };

/* Whether the bytes may be a delimiter: short, no blank, no equals sign. */
static bool
is_delimiter(struct str word)
{
	for (size_t i = 0; i < word.length; i++) {
		if (str_is_space(word.data[i]) || word.data[i] == '=') {
			return false;
		}
	}
	return word.length > 0 && word.length <= DELIMITER_MAX;
}

/* Takes "<% %>" for the delimiters from now on. */
static bool
set_delimiters(struct tag_reader *reader, const struct tag *tag, struct str words)
{
	size_t end = 0;
	while (end < words.length && !str_is_space(words.data[end])) {
		end++;
	}
	struct str open = str_head(words, end), close = str_trim(str_skip(words, end));
	if (!is_delimiter(open) || !is_delimiter(close)) {
		report(reader, ERRSPEC_BAD_DELIMITERS, tag->start, tag->end, words);
		return false;
	}
	reader->open = open;
	reader->close = close;
	return true;
}

static bool
has_blank(struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		if (str_is_space(name.data[i])) {
			return true;
		}
	}
	return false;
}

/* Whether a name goes on in another line: then the tag before it was never closed. */
static bool
is_runaway(const struct tag_reader *reader, struct str name)
{
	return str_find(name, 0, '\n') < name.length ||
		str_search(name, 0, reader->open) < name.length;
}

/* Takes the star off a dynamic name. */
static void
strip_star(struct tag *tag)
{
	bool takes_star = tag->kind == TAG_PARTIAL || tag->kind == TAG_PARENT;
	if (takes_star && tag->name.length > 0 && tag->name.data[0] == '*') {
		tag->is_dynamic = true;
		tag->name = str_trim(str_skip(tag->name, 1));
	}
}

/* Whether the name is as most are: not empty, and without a blank or a brace. */
static bool
is_plain_name(struct str name)
{
	size_t i = 0;
	while (i < name.length &&
		(str_is_lower(name.data[i]) || name.data[i] == '_' || name.data[i] == '.')) {
		i++;
	}
	return i == name.length && i > 0;
}

static bool
name_is_sound(struct tag_reader *reader, const struct tag *tag)
{
	if (tag->name.length == 0) {
		report(reader, ERRSPEC_EMPTY_TAG, tag->start, tag->end, STR(""));
		return false;
	}
	if (has_blank(tag->name)) {
		report(reader, ERRSPEC_BLANK_IN_TAG, tag->start, tag->end, tag->name);
		return false;
	}
	return true;
}

/*
 * Reads the tag whose opening delimiter stands at `tag->start`. False after a report; `tag->end`
 * is where reading goes on in either case.
 */
static bool
read_tag(struct tag_reader *reader, struct tag *tag)
{
	struct str text = reader->text;
	size_t behind_open = tag->start + reader->open.length;
	size_t at = skip_blanks(text, behind_open);
	char sign = at < text.length ? text.data[at] : ' ';
	struct str closing = closing_sign(sign);
	tag->kind = kind_of_sign(sign);
	at += tag->kind != TAG_VARIABLE;
	size_t close = find_close(reader, at, closing);
	bool is_free = tag->kind == TAG_COMMENT || tag->kind == TAG_DELIMITERS;
	tag->name = str_trim((struct str){text.data + at, close < text.length ? close - at : 0});
	bool is_plain = reader->open.data[0] == '{' && is_plain_name(tag->name);
	if (close == text.length || (!is_free && !is_plain && is_runaway(reader, tag->name))) {
		report(reader, ERRSPEC_TAG_UNCLOSED, tag->start, behind_open, reader->open);
		tag->end = behind_open;
		return false;
	}
	tag->end = close + closing.length + reader->close.length;
	if (tag->kind == TAG_DELIMITERS) {
		return set_delimiters(reader, tag, tag->name);
	}
	strip_star(tag);
	return is_free || is_plain || name_is_sound(reader, tag);
}

bool
tag_next(struct tag_reader *reader, size_t from, struct tag *tag)
{
	for (;;) {
		*tag = (struct tag){.start = str_search(reader->text, from, reader->open)};
		if (tag->start >= reader->text.length) {
			return false;
		}
		if (read_tag(reader, tag)) {
			return true;
		}
		from = tag->end;
	}
}

/* Length of the character at `at`, or of the byte where there is none. */
static size_t
character_length(struct str text, size_t at)
{
	size_t length;
	utf8_decode(str_skip(text, at), &length);
	return length;
}

void
tag_check_characters(struct tag_reader *reader)
{
	struct str text = reader->text;
	uint32_t character;
	size_t at = utf8_find_forbidden(text, &character);
	while (at < text.length) {
		size_t end = at + character_length(text, at);
		if (!str_starts(str_skip(text, at), STR("\r\n"))) {
			struct str shown = {text.data + at, end - at};
			report(reader, ERRSPEC_TEMPLATE_CHARACTER, at, end, shown);
		}
		at = end + utf8_find_forbidden(str_skip(text, end), &character);
	}
}
