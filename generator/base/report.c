#include "base/report.h"

#include "base/utf8.h"

/* Escape sequences of a terminal. */
static const char *const BOLD = "\033[1m", *const RED = "\033[1;31m", *const MAGENTA = "\033[1;35m",
			 *const CYAN = "\033[1;36m", *const PLAIN = "\033[0m";

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

static void
add_place(struct buf *buf, struct report_style style, const struct place *place, bool found)
{
	struct buf text = {0};
	utf8_add_visible(&text, place->path.length > 0 ? place->path : STR("errspec"));
	if (found) {
		buf_format(&text, ":%u:%u", (unsigned)place->line, (unsigned)place->column);
	}
	buf_add(&text, STR(": "));
	add_coloured(buf, style, BOLD, buf_str(&text));
	buf_free(&text);
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
	while (start > 0 && ((unsigned char)place->text.data[start] & 0xC0) == 0x80) {
		start--;
	}
	return start;
}

/* A tab is shown as one space, so that the caret stands right without knowing tab stops. */
static void
add_line_part(struct buf *buf, struct str part)
{
	for (size_t at = 0; at < part.length;) {
		size_t tab = str_find(part, at, '\t');
		utf8_add_visible(buf, (struct str){part.data + at, tab - at});
		if (tab < part.length) {
			buf_add_char(buf, ' ');
		}
		at = tab + 1;
	}
}

static size_t
shown_width(struct str part)
{
	struct buf shown = {0};
	add_line_part(&shown, part);
	size_t width = utf8_count(buf_str(&shown));
	buf_free(&shown);
	return width;
}

static struct str
clip(struct str text, size_t from, size_t to)
{
	from = from < text.length ? from : text.length;
	to = to < text.length ? to : text.length;
	return (struct str){text.data + from, to > from ? to - from : 0};
}

static void
add_excerpt(struct buf *buf, struct report_style style, const struct place *place)
{
	size_t start = excerpt_start(place), end = start + EXCERPT_MAX;
	while (end < place->text.length && ((unsigned char)place->text.data[end] & 0xC0) == 0x80) {
		end++;
	}
	buf_format(buf, "%5u | ", (unsigned)place->line);
	add_line_part(buf, clip(place->text, start, end));
	buf_add(buf, STR("\n      | "));
	size_t before = shown_width(clip(place->text, start, place->offset));
	for (size_t i = 0; i < before; i++) {
		buf_add_char(buf, ' ');
	}
	size_t last = place->offset + place->length;
	size_t width = shown_width(clip(place->text, place->offset, last < end ? last : end));
	struct buf mark = {0};
	buf_add_char(&mark, '^');
	for (size_t i = 1; i < width; i++) {
		buf_add_char(&mark, '~');
	}
	add_coloured(buf, style, BOLD, buf_str(&mark));
	buf_free(&mark);
	buf_add_char(buf, '\n');
}

static void
add_notes(
	struct buf *buf, struct diag_sink *sink, struct report_style style, const struct diag *diag)
{
	for (uint32_t i = 0; i < diag->notes.count; i++) {
		const struct diag_note *note = &VEC_AT(&diag->notes, struct diag_note, i);
		struct place place;
		bool found = source_locate(sink->sources, note->span, &place);
		add_place(buf, style, &place, found);
		add_coloured(buf, style, CYAN, STR("note: "));
		buf_add(buf, note->text);
		buf_add_char(buf, '\n');
		if (found && style.with_excerpt) {
			add_excerpt(buf, style, &place);
		}
	}
}

static void
add_diag(
	struct buf *buf, struct diag_sink *sink, struct report_style style, const struct diag *diag)
{
	struct place place;
	bool found = source_locate(sink->sources, diag->span, &place);
	add_place(buf, style, &place, found);
	if (diag->is_warning) {
		add_coloured(buf, style, MAGENTA, STR("warning: "));
	} else {
		add_coloured(buf, style, RED, STR("error: "));
	}
	buf_add(buf, diag->message);
	buf_add(buf, STR(" ["));
	buf_add(buf, diag_spelling(sink->arena, diag->code));
	buf_add(buf, STR("]\n"));
	if (found && style.with_excerpt) {
		add_excerpt(buf, style, &place);
	}
	add_notes(buf, sink, style, diag);
	if (diag->help.length > 0 && style.with_excerpt) {
		add_coloured(buf, style, CYAN, STR("help: "));
		buf_add(buf, diag->help);
		buf_add_char(buf, '\n');
	}
}

void
report_add(struct buf *buf, struct diag_sink *sink, struct report_style style)
{
	diag_sort(sink);
	for (uint32_t i = 0; i < sink->items.count; i++) {
		add_diag(buf, sink, style, VEC_AT(&sink->items, struct diag *, i));
	}
	uint32_t found = sink->errors + sink->warnings;
	if (found > sink->items.count) {
		buf_format(buf, "errspec: %u more not shown (--limit diagnostics=%u)\n",
			(unsigned)(found - sink->items.count), (unsigned)found);
	}
}
