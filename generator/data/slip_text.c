#include "data/slip_text.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "errspec.h"

bool
slip_text_wants_comma(const struct slip *slip)
{
	return str_starts(slip->scene->problem, STR("did not find expected ','"));
}

/* The text in quotes: double ones, or single ones where a double one or a backslash is in it. */
static struct str
quoted(struct arena *arena, struct str text)
{
	struct buf buf = {0};
	bool is_single =
		str_find(text, 0, '"') < text.length || str_find(text, 0, '\\') < text.length;
	char quote = is_single ? '\'' : '"';
	buf_add_char(&buf, quote);
	for (size_t i = 0; i < text.length; i++) {
		buf_add_char(&buf, text.data[i]);
		if (text.data[i] == quote) {
			buf_add_char(&buf, quote);
		}
	}
	buf_add_char(&buf, quote);
	return buf_keep(arena, &buf);
}

/* How many brackets and braces are open behind the head of a line. */
static int
count_open(struct str head)
{
	int open = 0;
	for (size_t i = 0; i < head.length; i++) {
		char c = head.data[i];
		open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
	}
	return open;
}

/* The text that begins at `at`: the rest of the line, in brackets or braces up to their end. */
static struct str
text_at(const struct slip *slip, size_t at)
{
	struct outline_line line = outline_line_at(&slip->outline, at);
	struct str rest = str_skip(line.text, at - line.at);
	bool in_flow = count_open(str_head(line.text, at - line.at)) > 0;
	size_t end = 0;
	while (end < rest.length && !(in_flow && memchr(",]}", rest.data[end], 3) != NULL)) {
		end++;
	}
	return str_trim(str_head(rest, end));
}

static void
report_text(struct slip *slip, size_t at, struct str said)
{
	struct diag *diag = SCENE_REPORT(slip, ERRSPEC_UNQUOTED_SIGN, at, said.length,
		str_head(said, 1), quoted(slip->sink->arena, said));
	bool is_list = str_ends(said, STR("]"));
	if (said.length == 0) {
		diag_help(diag, STR("remove it, or write a value before it"));
	} else if (count_open(said) < 0 && (is_list || str_ends(said, STR("}")))) {
		diag_help(diag, is_list ? STR("remove the last ']'") : STR("remove the last '}'"));
	}
}

/* Whether a value begins at `at`: behind a key, a dash, or a sign of brackets and braces. */
static bool
begins_value(const struct slip *slip, size_t at)
{
	struct outline_line line = outline_line_at(&slip->outline, at);
	struct str before = str_trim(str_head(line.text, at - line.at));
	char last = before.length == 0 ? '\0' : before.data[before.length - 1];
	return at > line.at + line.indent &&
		(at - line.at == outline_value(&line) || last == ':' || last == '-' ||
			last == ',' || last == '[' || last == '{');
}

bool
slip_text_sign(struct slip *slip)
{
	static const char signs[] = "*&!|>%@`?-,]}:";
	size_t at = slip->context_at;
	struct str text = slip->outline.text;
	if (at >= text.length || strchr(signs, text.data[at]) == NULL || !begins_value(slip, at)) {
		return false;
	}
	report_text(slip, at, text_at(slip, at));
	return true;
}

bool
slip_text_unclosed(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	struct outline_line above = outline_above(&slip->outline, &line);
	size_t at = above.at + outline_value(&above);
	bool is_text = count_open(above.text) > 0 && scene_wrong_shape(slip) == at;
	if (is_text) {
		report_text(slip, at, str_trim(str_skip(above.text, at - above.at)));
	}
	return is_text;
}

bool
slip_text_comment(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	struct outline_line above = outline_above(&slip->outline, &line);
	size_t sign = str_search(above.text, 0, STR(" #")) + 1;
	struct str rest = sign < above.text.length ? str_skip(above.text, sign) : STR("");
	bool is_text = rest.length > 1 && !str_is_blank(rest.data[1]) &&
		count_open(str_head(above.text, sign)) > 0 && count_open(rest) < 0;
	if (is_text) {
		report_text(slip, above.at + sign, text_at(slip, above.at + sign));
	}
	return is_text;
}

bool
slip_text_bracket(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	size_t behind = slip->at - line.at;
	while (behind > 0 && str_is_blank(line.text.data[behind - 1])) {
		behind--;
	}
	char last = behind == 0 ? '\0' : line.text.data[behind - 1];
	size_t value = outline_value(&line);
	bool begins = value < behind && memchr("{[", line.text.data[value], 2) != NULL;
	return (last == '}' || last == ']') && begins && !slip_text_wants_comma(slip) &&
		slip_text_report_bracket(slip->sink, slip->scene->source,
			(uint32_t)utf8_count(str_head(slip->outline.text, line.at + value)), true);
}

bool
slip_text_report_bracket(struct diag_sink *sink, uint32_t source, uint32_t at, bool only)
{
	const struct slip_scene scene = {.source = source, .at = at};
	if (!diag_has_room(sink)) {
		return false;
	}
	struct slip slip = scene_open(sink, &scene);
	struct outline_line line = outline_line_at(&slip.outline, slip.at);
	struct str said = str_trim(str_skip(line.text, slip.at - line.at));
	char last = said.length == 0 || said.data[0] == '{' ? '}' : ']';
	bool is_bracket = said.length > 0 && memchr("{[", said.data[0], 2) != NULL;
	size_t close = str_find(said, 0, last);
	bool is_dash = str_starts(said, STR("- ")) && slip.at > line.at + line.indent;
	bool is_text = is_bracket && close < said.length &&
		(only || str_search(str_head(said, close), 0, STR(": ")) == close);
	if (is_text || is_dash) {
		report_text(&slip, slip.at, said);
	}
	return is_text || is_dash;
}

struct str
slip_text_meant(struct diag_sink *sink, struct span span)
{
	struct place place;
	if (!source_locate(sink->sources, span, &place)) {
		return STR("");
	}
	struct str said = str_trim(str_skip(place.text, place.offset));
	bool is_comment = str_starts(said, STR("#"));
	bool is_block = said.length > 1 && memchr("|>", said.data[0], 2) != NULL &&
		str_is_digit(said.data[1]);
	return is_comment || is_block ? quoted(sink->arena, said) : STR("");
}
