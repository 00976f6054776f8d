#include "data/strict.h"

#include "data/slip.h"
#include "errspec.h"

static const struct strict_fault fine = {0};

/* A fault at a byte of bytes that begin at `at`. */
static struct strict_fault
fault_at(int32_t code, uint32_t at, struct str bytes, size_t offset)
{
	return (struct strict_fault){
		.code = code, .at = at + window_count(str_head(bytes, offset))};
}

/* Whether the line at `at` of the bytes has something that is indented less than `indent`. */
static bool
is_shallow(struct str bytes, size_t at, uint32_t indent)
{
	unsigned column = str_column(str_skip(bytes, at));
	size_t first = at + column;
	return column < indent && first < bytes.length &&
		strchr("\r\n#", bytes.data[first]) == NULL;
}

/* Most gaps hold nothing that could be a fault. */
static bool
is_harmless(struct str gap, const struct strict_token *token)
{
	for (size_t i = 0; i < gap.length; i++) {
		char c = gap.data[i];
		if (c == '#' || c == '\t' || c == '?' || c == '.' ||
			(c == '\n' && token->in_flow)) {
			return false;
		}
	}
	return true;
}

/* What is wrong with a byte of a gap that is in no comment; 0: nothing. */
static int32_t
judge_byte(struct str gap, size_t i, char before, char next, const struct strict_token *token)
{
	switch (gap.data[i]) {
	case '#':
		return strchr(" \n", before) == NULL ? ERRSPEC_GLUED_COMMENT : 0;
	case '\t':
		return ERRSPEC_STRAY_TAB;
	case '?':
		return token->in_flow && strchr(" \r\n", next) == NULL ? ERRSPEC_QUESTION_MARK : 0;
	case '.':
		return ERRSPEC_SECOND_END;
	default:
		return before == '\n' && token->in_flow && is_shallow(gap, i, token->indent)
			? ERRSPEC_NOT_INDENTED
			: 0;
	}
}

/* Between tokens: blanks, line breaks, comments, and the signs of lists and maps. */
static struct strict_fault
judge_gap(
	struct str gap, char before, struct str rest, uint32_t at, const struct strict_token *token)
{
	bool in_comment = false;
	for (size_t i = 0; i < gap.length; before = gap.data[i++]) {
		in_comment = in_comment && gap.data[i] != '\n';
		if (in_comment) {
			continue;
		}
		struct str behind = i + 1 < gap.length ? str_skip(gap, i + 1) : rest;
		char next = behind.length > 0 ? behind.data[0] : '\n';
		int32_t code = judge_byte(gap, i, before, next, token);
		if (code != 0) {
			return fault_at(code, at, gap, i);
		}
		in_comment = gap.data[i] == '#';
	}
	return fine;
}

/* Whether nothing but blanks stands before the token in its line, which began in the gap. */
static bool
begins_line(struct str gap, const struct strict_token *token)
{
	size_t blanks = 0;
	while (blanks < gap.length && gap.data[gap.length - 1 - blanks] == ' ') {
		blanks++;
	}
	return blanks == token->column && blanks < gap.length &&
		gap.data[gap.length - 1 - blanks] == '\n';
}

/* The lines behind the first. */
static struct strict_fault
judge_lines(struct str text, const struct strict_token *token)
{
	for (size_t feed = str_find(text, 0, '\n'); feed < text.length;
		feed = str_find(text, feed + 1, '\n')) {
		size_t first = feed + 1 + str_column(str_skip(text, feed + 1));
		bool is_text = first < text.length && strchr("\r\n", text.data[first]) == NULL;
		if (is_text && first - feed - 1 < token->indent) {
			return fault_at(ERRSPEC_NOT_INDENTED, token->at, text, first);
		}
	}
	return fine;
}

/* A line behind the first that begins like an entry of a list: it is no more of the text. */
static struct strict_fault
judge_dashes(struct str text, const struct strict_token *token)
{
	for (size_t feed = str_find(text, 0, '\n'); feed < text.length;
		feed = str_find(text, feed + 1, '\n')) {
		size_t first = feed + 1 + str_column(str_skip(text, feed + 1));
		if (str_starts(str_skip(text, first), STR("- "))) {
			return fault_at(ERRSPEC_SWALLOWED_ENTRY, token->at, text, first);
		}
	}
	return judge_lines(text, token);
}

static struct strict_fault
judge_plain(struct str text, const struct strict_token *token)
{
	size_t tab = str_find(text, 0, '\t');
	size_t mark = token->in_flow ? str_find(text, 0, '?') : text.length;
	return tab < text.length     ? fault_at(ERRSPEC_STRAY_TAB, token->at, text, tab)
		: mark < text.length ? fault_at(ERRSPEC_QUESTION_MARK, token->at, text, mark)
				     : judge_dashes(text, token);
}

/* The line of the '|' or '>', and the last one. */
static struct strict_fault
judge_block(struct str text, struct str rest, const struct strict_token *token)
{
	struct str head = str_head(text, str_find(text, 0, '\n'));
	size_t sign = str_find(head, 0, '#'), tab = str_find(str_head(head, sign), 0, '\t');
	if (tab < sign) {
		return fault_at(ERRSPEC_STRAY_TAB, token->at, text, tab);
	}
	if (sign < head.length && head.data[sign - 1] != ' ') {
		return fault_at(ERRSPEC_GLUED_COMMENT, token->at, text, sign);
	}
	bool is_open =
		rest.length == 0 && head.length < text.length && text.data[text.length - 1] != '\n';
	return is_open ? fault_at(ERRSPEC_OPEN_LINE, token->at, text, text.length - 1) : fine;
}

static struct strict_fault
judge_text(struct str text, struct str rest, const struct strict_token *token)
{
	switch (token->style) {
	case STRICT_PLAIN:
		return judge_plain(text, token);
	case STRICT_QUOTED:
		return judge_lines(text, token);
	case STRICT_BLOCK:
		return judge_block(text, rest, token);
	case STRICT_MARK:
		break;
	}
	return fine;
}

struct strict_fault
strict_judge(struct window *window, struct strict_token token)
{
	char before = window_before(window);
	uint32_t start = window->at;
	token.at = token.at < start ? start : token.at;
	token.end = token.end < token.at ? token.at : token.end;
	struct str gap = window_pass(window, token.at);
	struct strict_fault fault = is_harmless(gap, &token)
		? fine
		: judge_gap(gap, before, window_rest(window), start, &token);
	if (fault.code == 0 && token.in_flow && token.column < token.indent &&
		begins_line(gap, &token)) {
		fault = (struct strict_fault){.code = ERRSPEC_NOT_INDENTED, .at = token.at};
	}
	struct str text = window_pass(window, token.end);
	return fault.code == 0 ? judge_text(text, window_rest(window), &token) : fault;
}

void
strict_report(struct diag_sink *sink, struct strict_fault fault, uint32_t source,
	const struct strict_token *token)
{
	struct span span = {source, fault.at, 1};
	bool is_quoted = token->style == STRICT_QUOTED;
	const struct slip_scene scene = {.source = source,
		.at = fault.at,
		.quote_at = token->at,
		.quote_end = is_quoted ? token->end : 0};
	if (fault.code != ERRSPEC_NOT_INDENTED) {
		DIAG_PLAIN(sink, fault.code, span);
	} else if (!slip_report_shallow(sink, &scene)) {
		DIAG(sink, fault.code, span,
			arena_number(sink->arena, (long long)token->indent + 1));
	}
}

uint32_t
strict_comment(const struct window *window)
{
	struct str rest = window_rest(window);
	unsigned blanks = str_column(rest);
	bool is_comment = blanks > 0 && blanks < rest.length && rest.data[blanks] == '#';
	return is_comment ? window->at + blanks : 0;
}
