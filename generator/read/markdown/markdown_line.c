#include "read/markdown/markdown_line.h"

#include "read/markdown/markdown_open.h"

/* Whether the line is nothing but three dashes, or three points. */
static bool
is_front_mark(const struct markdown_state *state, bool is_end)
{
	struct str rest = markdown_state_rest(state);
	return str_equal(rest, STR("---")) || (is_end && str_equal(rest, STR("...")));
}

/* Where the front matter that begins at `at` ends, or `at` where there is none. */
static uint32_t
front_end(struct markdown_state probe, uint32_t at)
{
	markdown_state_enter(&probe, at);
	if (!is_front_mark(&probe, false)) {
		return at;
	}
	while (probe.line_next < probe.text.length) {
		markdown_state_enter(&probe, probe.line_next);
		struct str rest = markdown_state_rest(&probe);
		if (is_front_mark(&probe, true)) {
			return probe.line_next;
		}
		bool is_entry = str_find(rest, 0, ':') < rest.length || rest.length == 0 ||
			memchr(" -#\t", rest.data[0], 4) != NULL;
		if (!is_entry) {
			return at;
		}
	}
	return at;
}

/* Notes which lines are headings. */
static void
note_headings(struct markdown_lines *lines, struct arena *arena)
{
	for (uint32_t i = 0; i < lines->items.count; i++) {
		if (VEC_AT(&lines->items, struct markdown_line, i).kind == LINE_HEADING) {
			VEC_PUSH(&lines->headings, arena, uint32_t, i);
		}
	}
}

void
markdown_line_read(struct markdown_lines *lines, struct arena *arena,
	const struct vocabulary *vocabulary, struct str text)
{
	struct markdown_state state = {
		.lines = lines, .arena = arena, .vocabulary = vocabulary, .text = text};
	uint32_t at = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
	uint32_t front = front_end(state, at);
	lines->text = text;
	while (at < text.length) {
		markdown_state_enter(&state, at);
		if (at < front) {
			markdown_state_add(&state, LINE_FRONT);
		} else {
			markdown_open_line(&state);
		}
		at = state.line_next;
	}
	if (state.leaf == LEAF_FENCE && state.depth == 0) {
		VEC_AT(&lines->items, struct markdown_line, state.leaf_line).marks |= MARK_DAMAGED;
	}
	note_headings(lines, arena);
}

uint32_t
markdown_line_heading(const struct markdown_lines *lines, uint32_t index)
{
	uint32_t low = 0, high = lines->headings.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		bool is_behind = VEC_AT(&lines->headings, uint32_t, middle) > index;
		high = is_behind ? middle : high;
		low = is_behind ? low : middle + 1;
	}
	if (low == lines->headings.count) {
		return (uint32_t)lines->text.length;
	}
	uint32_t line = VEC_AT(&lines->headings, uint32_t, low);
	return VEC_AT(&lines->items, struct markdown_line, line).at;
}

uint32_t
markdown_line_next(const struct markdown_lines *lines, uint32_t index)
{
	bool is_last = index + 1 >= lines->items.count;
	return is_last ? (uint32_t)lines->text.length
		       : VEC_AT(&lines->items, struct markdown_line, index + 1).at;
}

struct str
markdown_line_text(const struct markdown_lines *lines, uint32_t index)
{
	const struct markdown_line *line = &VEC_AT(&lines->items, struct markdown_line, index);
	return (struct str){lines->text.data + line->text, line->end - line->text};
}
