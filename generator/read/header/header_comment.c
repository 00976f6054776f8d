#include "read/header/header_comment.h"

#include "read/header/header_disabled.h"

/* What a line begins with that formatters, linters and editors obey: it tells people nothing. */
static const struct str directives[] = {
	STR_INIT("clang-format "),
	STR_INIT("INDENT-O"),
	STR_INIT("*INDENT-O"),
	STR_INIT("@formatter:"),
	STR_INIT("NOLINT"),
	STR_INIT("lint !"),
	STR_INIT("lint -"),
	STR_INIT("lint +"),
	STR_INIT("cppcheck-suppress"),
	STR_INIT("coverity["),
	STR_INIT("IWYU pragma:"),
	STR_INIT("LCOV_EXCL_"),
	STR_INIT("GCOVR_EXCL_"),
	STR_INIT("SPDX-License-Identifier:"),
	STR_INIT("vim:"),
	STR_INIT("errspec:begin "),
	STR_INIT("errspec:end"),
};

bool
header_comment_is_directive(struct str line)
{
	size_t i = 0;
	while (i < sizeof(directives) / sizeof(directives[0]) && !str_starts(line, directives[i])) {
		i++;
	}
	return i < sizeof(directives) / sizeof(directives[0]);
}

static const struct header_comment *
comment_at(const struct header_file *file, uint32_t index)
{
	return &VEC_AT(&file->comments, struct header_comment, index);
}

/* Index of the first comment at or after a byte. */
static uint32_t
first_from(const struct header_file *file, uint32_t at)
{
	return vec_search(&file->comments, sizeof(struct header_comment),
		offsetof(struct header_comment, at), at);
}

/* How many line feeds are between; UINT32_MAX where there is anything but blanks and `also`. */
static uint32_t
lines_between(const struct header_file *file, uint32_t from, uint32_t end, const char *also)
{
	uint32_t lines = 0;
	for (uint32_t at = from; at < end; at++) {
		char c = file->text.data[at];
		bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
		if (!is_blank && (c == '\0' || strchr(also, c) == NULL)) {
			return UINT32_MAX;
		}
		lines += c == '\n' ? 1 : 0;
	}
	return lines;
}

uint32_t
header_comment_skip(const struct header_file *file, uint32_t from, uint32_t end)
{
	uint32_t next = first_from(file, from);
	while (from < end) {
		bool is_comment = next < file->comments.count && comment_at(file, next)->at == from;
		char c = file->text.data[from];
		if (is_comment) {
			from = comment_at(file, next++)->end;
		} else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
			from++;
		} else {
			return from;
		}
	}
	return from < end ? from : end;
}

bool
header_comment_crosses(const struct header_file *file, uint32_t at)
{
	uint32_t next = first_from(file, at);
	return next > 0 && comment_at(file, next - 1)->end > at;
}

/* How far to the right it stands, with tabs of eight. */
static uint32_t
column(const struct header_file *file, uint32_t at)
{
	uint32_t start = at;
	while (start > 0 && file->text.data[start - 1] != '\n') {
		start--;
	}
	uint32_t column = 0;
	for (; start < at; start++) {
		column += file->text.data[start] == '\t' ? 8 - column % 8 : 1;
	}
	return column;
}

/* The byte before the comment in its line that is no blank; a line feed where there is none. */
static char
byte_before(const struct header_file *file, uint32_t at)
{
	while (at > 0) {
		char c = file->text.data[--at];
		if (c != ' ' && c != '\t') {
			return c;
		}
	}
	return '\n';
}

/* A comment that says by its mark that it belongs to what is before it. */
static bool
points_back(const struct header_file *file, const struct header_comment *comment)
{
	return comment->end - comment->at > 3 && file->text.data[comment->at + 3] == '<' &&
		memchr("*!/", file->text.data[comment->at + 2], 3) != NULL;
}

/* What the comment says, from its first word on. */
static struct str
words_of(const struct header_file *file, const struct header_comment *comment)
{
	static const char marks[] = "/*!< \t\r\n";
	struct str text = {file->text.data + comment->at, comment->end - comment->at};
	while (text.length > 0 && memchr(marks, text.data[0], sizeof(marks) - 1) != NULL) {
		text = str_skip(text, 1);
	}
	return text;
}

/* Whether the comment tells people nothing: it is a directive, or a constant that was taken out. */
static bool
is_silent(const struct header_file *file, const struct header_comment *comment)
{
	struct str text = words_of(file, comment);
	return header_comment_is_directive(text) || header_disabled_begins(text);
}

static bool
is_disabled(const struct header_file *file, const struct header_comment *comment)
{
	return header_disabled_begins(words_of(file, comment));
}

/* Whether both are of the same kind: lines or blocks, marked or not. */
static bool
is_alike(const struct header_file *file, const struct header_comment *a,
	const struct header_comment *b)
{
	const char *x = file->text.data + a->at;
	const char *y = file->text.data + b->at;
	bool x_marked = a->end - a->at > 2 && memchr("*!/", x[2], 3) != NULL;
	bool y_marked = b->end - b->at > 2 && memchr("*!/", y[2], 3) != NULL;
	return x[1] == y[1] && x_marked == y_marked &&
		points_back(file, a) == points_back(file, b) && !is_disabled(file, a) &&
		!is_disabled(file, b);
}

/* A comment with its line before it to itself, and in one line if it is a block. */
static bool
is_row(const struct header_file *file, const struct header_comment *comment)
{
	uint32_t length = comment->end - comment->at;
	bool is_line = file->text.data[comment->at + 1] == '/';
	return byte_before(file, comment->at) == '\n' &&
		(is_line || memchr(file->text.data + comment->at, '\n', length) == NULL);
}

/* Whether the comment goes on from the one before it: below it, and as far to the right. */
static bool
continues(const struct header_file *file, uint32_t index)
{
	const struct header_comment *before = comment_at(file, index - 1);
	const struct header_comment *comment = comment_at(file, index);
	return is_row(file, comment) && is_alike(file, before, comment) &&
		lines_between(file, before->end, comment->at, "") == 1 &&
		(points_back(file, comment) ||
			column(file, comment->at) == column(file, before->at));
}

/* The comment and those above it that go on from line to line. */
static struct header_comments
rows_up(const struct header_file *file, uint32_t last)
{
	uint32_t first = last;
	while (first > 0 && is_row(file, comment_at(file, first)) &&
		is_row(file, comment_at(file, first - 1)) &&
		is_alike(file, comment_at(file, first), comment_at(file, first - 1)) &&
		column(file, comment_at(file, first)->at) ==
			column(file, comment_at(file, first - 1)->at) &&
		lines_between(file, comment_at(file, first - 1)->end, comment_at(file, first)->at,
			"") == 1) {
		first--;
	}
	return (struct header_comments){first, last - first + 1};
}

/* The last comment that ends before the byte with at most so many line feeds between. */
static struct header_comments
above(const struct header_file *file, uint32_t at, uint32_t least, uint32_t most)
{
	uint32_t next = first_from(file, at);
	if (next == 0) {
		return (struct header_comments){0, 0};
	}
	const struct header_comment *comment = comment_at(file, next - 1);
	uint32_t lines = comment->end > at || at - comment->end > 4000
		? UINT32_MAX
		: lines_between(file, comment->end, at, "");
	char before = byte_before(file, comment->at);
	bool is_own = before == '\n' || before == '{' || (lines == 0 && before != ',');
	if (lines < least || lines > most || !is_own || points_back(file, comment)) {
		return (struct header_comments){0, 0};
	}
	struct header_comments rows = rows_up(file, next - 1);
	bool goes_on = rows.first > 0 && continues(file, rows.first);
	bool says_nothing = rows.count == 1 && is_silent(file, comment);
	return goes_on || says_nothing ? (struct header_comments){0, 0} : rows;
}

struct header_comments
header_comment_before(const struct header_file *file, uint32_t at)
{
	return above(file, at, 0, 1);
}

struct header_comments
header_comment_apart(const struct header_file *file, uint32_t at)
{
	return above(file, at, 2, 20);
}

struct header_comments
header_comment_behind(const struct header_file *file, uint32_t end)
{
	uint32_t first = first_from(file, end);
	if (first == file->comments.count || comment_at(file, first)->at - end > 4000) {
		return (struct header_comments){0, 0};
	}
	const struct header_comment *comment = comment_at(file, first);
	uint32_t lines = lines_between(file, end, comment->at, ",;");
	if (lines > (points_back(file, comment) ? 1u : 0u) || is_silent(file, comment)) {
		return (struct header_comments){0, 0};
	}
	return header_comment_rows(file, first);
}

struct header_comments
header_comment_rows(const struct header_file *file, uint32_t first)
{
	uint32_t last = first + 1;
	while (last < file->comments.count && continues(file, last)) {
		last++;
	}
	return (struct header_comments){first, last - first};
}

bool
header_comment_is_set_off(const struct header_file *file, struct header_comments comments)
{
	uint32_t at = comment_at(file, comments.first)->at;
	uint32_t lines = 0;
	while (at > 0 && lines < 2 && memchr(" \t\r\n", file->text.data[at - 1], 4) != NULL) {
		at--;
		lines += file->text.data[at] == '\n' ? 1 : 0;
	}
	return at == 0 || lines == 2;
}

bool
header_comment_is_marked(const struct header_file *file, struct header_comments comments)
{
	const struct header_comment *comment = comment_at(file, comments.first);
	const char *bytes = file->text.data + comment->at;
	uint32_t length = comment->end - comment->at;
	return length > 4 && memchr("*!/", bytes[2], 3) != NULL && bytes[3] != bytes[2];
}

struct span
header_comment_span(const struct header_file *file, struct header_comments comments)
{
	uint32_t at = comment_at(file, comments.first)->at;
	uint32_t end = comment_at(file, comments.first + comments.count - 1)->end;
	return (struct span){file->source, at, end - at};
}
