#include "read/markdown/markdown_scan.h"

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
markdown_scan_lines(struct markdown_lines *lines, struct arena *arena,
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
