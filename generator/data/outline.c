#include "data/outline.h"

#include "base/utf8.h"

struct outline
outline_of(struct str text)
{
	bool has_mark = str_starts(text, STR("\xEF\xBB\xBF"));
	return (struct outline){str_skip(text, has_mark ? 3 : 0)};
}

size_t
outline_offset(const struct outline *outline, size_t characters)
{
	size_t at = 0, length;
	for (size_t i = 0; i < characters && at < outline->text.length; i++) {
		utf8_decode(str_skip(outline->text, at), &length);
		at += length;
	}
	return at;
}

size_t
outline_line_end(const struct outline *outline, size_t at)
{
	size_t end = str_find(outline->text, at, '\n');
	return end > at && outline->text.data[end - 1] == '\r' ? end - 1 : end;
}

/* Where the ':' stands behind a key that begins at `at`; 0 if there is no key. */
static size_t
key_end(struct str line, size_t at)
{
	char quote = at < line.length && memchr("'\"", line.data[at], 2) ? line.data[at] : '\0';
	size_t end = quote == '\0' ? at : str_find(line, at + 1, quote) + 1;
	while (quote == '\0' && end < line.length &&
		strchr(":\"'{}[],&*#|>%@` \t", line.data[end]) == NULL) {
		end++;
	}
	bool is_key = end > at && end < line.length && line.data[end] == ':' &&
		(end + 1 == line.length || str_is_blank(line.data[end + 1]));
	return is_key ? end : 0;
}

static void
read_line(struct outline_line *line)
{
	struct str text = line->text;
	while (line->indent < text.length && str_is_blank(text.data[line->indent])) {
		line->indent++;
	}
	size_t begin = line->indent;
	while (begin + 1 < text.length && text.data[begin] == '-' && text.data[begin + 1] == ' ') {
		begin++;
		while (begin < text.length && text.data[begin] == ' ') {
			begin++;
		}
	}
	line->key = key_end(text, begin);
	line->begin = line->key > 0 ? begin : line->indent;
}

struct outline_line
outline_line_at(const struct outline *outline, size_t at)
{
	struct outline_line line = {.number = 1};
	for (size_t i = 0; i < at; i++) {
		if (outline->text.data[i] == '\n') {
			line.number++;
			line.at = i + 1;
		}
	}
	size_t end = outline_line_end(outline, line.at);
	line.text = (struct str){outline->text.data + line.at, end - line.at};
	read_line(&line);
	return line;
}

struct outline_line
outline_above(const struct outline *outline, const struct outline_line *line)
{
	struct outline_line above = *line;
	bool says_nothing = true;
	while (says_nothing && above.at > 0) {
		size_t start = above.at - 1;
		while (start > 0 && outline->text.data[start - 1] != '\n') {
			start--;
		}
		size_t end = outline_line_end(outline, start);
		above = (struct outline_line){.text = {outline->text.data + start, end - start},
			.at = start,
			.number = above.number - 1};
		read_line(&above);
		says_nothing =
			above.indent == above.text.length || above.text.data[above.indent] == '#';
	}
	return says_nothing ? (struct outline_line){.text = {"", 0}} : above;
}

size_t
outline_value(const struct outline_line *line)
{
	size_t at = line->key > 0 ? line->key + 1 : line->indent;
	bool is_entry = line->key == 0 && at < line->text.length && line->text.data[at] == '-';
	at += is_entry ? 1 : 0;
	while (at < line->text.length && str_is_blank(line->text.data[at])) {
		at++;
	}
	return at;
}

bool
outline_is_open(const struct outline_line *line)
{
	size_t value = outline_value(line);
	return value == line->text.length || line->text.data[value] == '#';
}

struct outline_line
outline_below(const struct outline *outline, const struct outline_line *line)
{
	size_t at = line->at + line->text.length;
	while (at < outline->text.length && str_is_space(outline->text.data[at])) {
		at++;
	}
	return at < outline->text.length ? outline_line_at(outline, at)
					 : (struct outline_line){.text = {"", 0}};
}

bool
outline_is_key_alone(const struct outline_line *line)
{
	size_t value = outline_value(line);
	return !outline_is_open(line) && memchr("|>", line->text.data[value], 2) == NULL;
}

struct str
outline_key_below(const struct outline *outline, const struct outline_line *line)
{
	size_t begin = outline_value(line);
	if (line->key == 0) {
		return STR("");
	}
	if (outline_is_open(line)) {
		struct outline_line below = outline_below(outline, line);
		return below.key == 0
			? STR("")
			: (struct str){below.text.data + below.begin, below.key - below.begin};
	}
	begin += line->text.data[begin] == '{' ? 1 : 0;
	size_t end = key_end(line->text, begin);
	return end == 0 ? STR("") : (struct str){line->text.data + begin, end - begin};
}

bool
outline_is_entry(const struct outline_line *line)
{
	return line->indent < line->text.length && line->text.data[line->indent] == '-' &&
		(line->indent + 1 == line->text.length || line->text.data[line->indent + 1] == ' ');
}

static size_t
distance(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

bool
outline_fellow(
	const struct outline *outline, const struct outline_line *line, struct outline_line *fellow)
{
	size_t bound = SIZE_MAX, best = SIZE_MAX;
	size_t below = outline_is_open(line) && line->key > 0 ? outline_below(outline, line).indent
							      : SIZE_MAX;
	struct outline_line above = outline_above(outline, line);
	*fellow = (struct outline_line){.number = 1};
	for (; above.text.length > 0; above = outline_above(outline, &above)) {
		size_t begin = outline_is_entry(line) ? above.indent : above.begin;
		bool is_entry = outline_is_entry(&above);
		bool ends = (above.key > 0 || is_entry) && begin < bound;
		bool is_level = ends && (is_entry || !outline_is_entry(line));
		if (is_level && begin == line->indent) {
			return true;
		}
		if (is_level && begin < below && distance(begin, line->indent) < best) {
			best = distance(begin, line->indent);
			*fellow = above;
			fellow->begin = begin;
		}
		bound = ends ? above.indent : bound;
		if (bound == 0) {
			break;
		}
	}
	return false;
}

enum { STEP = 2 };

size_t
outline_step(const struct outline *outline, const struct outline_line *line)
{
	size_t below = outline_below(outline, line).indent;
	return below > line->begin ? below - line->begin : STEP;
}

bool
outline_moves_alone(const struct outline *outline, const struct outline_line *line, size_t step)
{
	struct outline_line below = outline_below(outline, line);
	bool is_end = below.text.length == 0 || (line->key == 0 && below.key > 0);
	return outline_is_key_alone(line) ? is_end || below.indent != line->begin
					  : below.indent > line->begin + step;
}

size_t
outline_column(const struct outline *outline, const struct outline_line *line)
{
	struct outline_line above = outline_above(outline, line), fellow;
	bool is_more = line->key == 0 && !outline_is_entry(line);
	if (outline_is_open(&above) || (is_more && above.key > 0)) {
		return above.begin + STEP + 1;
	}
	if (outline_is_open(line) && line->key > 0 && !outline_fellow(outline, line, &fellow)) {
		return fellow.begin + 1;
	}
	return (outline_is_entry(line) ? above.indent : above.begin) + 1;
}
