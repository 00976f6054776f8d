#include "base/report.h"

#include "base/utf8.h"
#include "base/visible.h"

/* Escape sequences of a terminal. */
static const char *const BOLD = "\033[1m", *const RED = "\033[1;31m", *const MAGENTA = "\033[1;35m",
			 *const CYAN = "\033[1;36m", *const PLAIN = "\033[0m";

enum { PARTS_MAX = 2 };

/* A line before it is shown; its first parts are coloured. */
struct line {
	struct buf text;
	size_t ends[PARTS_MAX];
	const char *colours[PARTS_MAX];
	size_t count;
};

static void
add_part(struct line *line, const char *colour, struct str text)
{
	buf_add(&line->text, text);
	line->ends[line->count] = line->text.length;
	line->colours[line->count++] = colour;
}

static void
add_coloured(struct buf *buf, struct report_style style, const char *colour, struct str text)
{
	if (style.with_colour) {
		buf_add(buf, str_from(colour));
	}
	buf_add(buf, text);
	if (style.with_colour) {
		buf_add(buf, str_from(PLAIN));
	}
}

/* Appends the line as people see it. What a runner obeys is looked for in the whole of it. */
static void
show(struct buf *buf, struct report_style style, struct line *line)
{
	struct buf shown = {0};
	size_t from = 0;
	for (size_t i = 0; i < line->count; i++) {
		shown.length = 0;
		visible_add_part(&shown, buf_str(&line->text), from, line->ends[i]);
		add_coloured(buf, style, line->colours[i], buf_str(&shown));
		from = line->ends[i];
	}
	visible_add_part(buf, buf_str(&line->text), from, line->text.length);
	buf_add_char(buf, '\n');
	buf_free(&shown);
	buf_free(&line->text);
}

static void
add_place(struct line *line, const struct place *place, bool found)
{
	buf_add(&line->text, place->path.length > 0 ? place->path : STR("errspec"));
	if (found) {
		buf_format(&line->text, ":%u:%u", (unsigned)place->line, (unsigned)place->column);
	}
	add_part(line, BOLD, STR(": "));
}

enum { EXCERPT_MAX = 160 };

/* Characters before the span that a very long line loses, so that the span is seen. */
static size_t
excerpt_start(const struct place *place)
{
	size_t start = place->offset > EXCERPT_MAX / 2 ? place->offset - EXCERPT_MAX / 2 : 0;
	if (place->text.length <= EXCERPT_MAX) {
		start = 0;
	}
	return utf8_start(place->text, start);
}

static struct str
clip(struct str text, size_t from, size_t to)
{
	from = from < text.length ? from : text.length;
	to = to < text.length ? to : text.length;
	return (struct str){text.data + from, to > from ? to - from : 0};
}

/* Appends text of a file. A tab is one blank, so that the caret stands right without tab stops. */
static void
add_text(struct line *line, struct str text)
{
	size_t from = line->text.length;
	buf_add(&line->text, text);
	for (size_t i = from; i < line->text.length; i++) {
		if (line->text.data[i] == '\t') {
			line->text.data[i] = ' ';
		}
	}
}

/* How wide the bytes from `from` to `to` of a line are when they are shown. */
static size_t
width_of(const struct line *line, size_t from, size_t to)
{
	struct buf shown = {0};
	visible_add_part(&shown, buf_str(&line->text), from, to);
	size_t width = utf8_count(buf_str(&shown));
	buf_free(&shown);
	return width;
}

static void
add_mark(struct buf *buf, struct report_style style, size_t before, size_t width)
{
	struct buf mark = {0};
	buf_format(buf, "      | %*s", (int)before, "");
	buf_add_char(&mark, '^');
	for (size_t i = 1; i < width; i++) {
		buf_add_char(&mark, '~');
	}
	add_coloured(buf, style, BOLD, buf_str(&mark));
	buf_free(&mark);
	buf_add_char(buf, '\n');
}

static void
add_excerpt(struct buf *buf, struct report_style style, const struct place *place)
{
	struct line line = {0};
	size_t start = excerpt_start(place), end = utf8_start(place->text, start + EXCERPT_MAX);
	size_t last = place->offset + place->length;
	buf_format(&line.text, "%5u | ", (unsigned)place->line);
	size_t from = line.text.length;
	size_t at = from + clip(place->text, start, place->offset).length;
	size_t to = at + clip(place->text, place->offset, last < end ? last : end).length;
	add_text(&line, clip(place->text, start, end));
	size_t before = width_of(&line, from, at), width = width_of(&line, at, to);
	show(buf, style, &line);
	add_mark(buf, style, before, width);
}

static void
add_notes(
	struct buf *buf, struct diag_sink *sink, struct report_style style, const struct diag *diag)
{
	for (uint32_t i = 0; i < diag->notes.count; i++) {
		const struct diag_note *note = &VEC_AT(&diag->notes, struct diag_note, i);
		struct line line = {0};
		struct place place;
		bool found = source_locate(sink->sources, note->span, &place);
		add_place(&line, &place, found);
		add_part(&line, CYAN, STR("note: "));
		buf_add(&line.text, note->text);
		show(buf, style, &line);
		if (found && style.with_excerpt) {
			add_excerpt(buf, style, &place);
		}
	}
}

static void
add_diag(
	struct buf *buf, struct diag_sink *sink, struct report_style style, const struct diag *diag)
{
	struct line line = {0}, help = {0};
	struct place place;
	bool found = source_locate(sink->sources, diag->span, &place);
	add_place(&line, &place, found);
	if (diag->is_warning) {
		add_part(&line, MAGENTA, STR("warning: "));
	} else {
		add_part(&line, RED, STR("error: "));
	}
	buf_add(&line.text, diag->message);
	buf_add(&line.text, STR(" ["));
	buf_add(&line.text, diag_spelling(sink->arena, diag->code));
	buf_add(&line.text, STR("]"));
	show(buf, style, &line);
	if (found && style.with_excerpt) {
		add_excerpt(buf, style, &place);
	}
	add_notes(buf, sink, style, diag);
	if (diag->help.length > 0 && style.with_excerpt) {
		add_part(&help, CYAN, STR("help: "));
		buf_add(&help.text, diag->help);
		show(buf, style, &help);
	}
}

uint32_t
report_hidden(const struct diag_sink *sink)
{
	return sink->errors + sink->warnings - sink->items.count;
}

struct str
report_rest(struct arena *arena, const struct diag_sink *sink)
{
	uint32_t hidden = report_hidden(sink);
	return hidden == 0 ? STR("")
			   : ARENA_JOIN(arena, arena_number(arena, hidden),
				     STR(" more not shown (--limit diagnostics="),
				     arena_number(arena, sink->errors + sink->warnings), STR(")"));
}

void
report_add(struct buf *buf, struct diag_sink *sink, struct report_style style)
{
	diag_sort(sink);
	for (uint32_t i = 0; i < sink->items.count; i++) {
		add_diag(buf, sink, style, VEC_AT(&sink->items, struct diag *, i));
	}
	struct str rest = report_rest(sink->arena, sink);
	if (rest.length > 0) {
		buf_add(buf, STR("errspec: "));
		buf_add(buf, rest);
		buf_add_char(buf, '\n');
	}
}
