#include "read/markdown/markdown_state.h"

enum { TAB = 4 };

void
markdown_state_enter(struct markdown_state *state, uint32_t at)
{
	struct str text = state->text;
	size_t end = at;
	while (end < text.length && text.data[end] != '\n' && text.data[end] != '\r') {
		end++;
	}
	size_t next = end < text.length ? end + 1 : end;
	if (next < text.length && text.data[end] == '\r' && text.data[next] == '\n') {
		next++;
	}
	while (end > at && (text.data[end - 1] == ' ' || text.data[end - 1] == '\t')) {
		end--;
	}
	state->line_at = at;
	state->line_end = (uint32_t)end;
	state->line_next = (uint32_t)next;
	state->at = at;
	state->column = 0;
	state->marks = 0;
}

struct markdown_line *
markdown_state_add(struct markdown_state *state, enum markdown_kind kind)
{
	struct markdown_line *line =
		vec_add(&state->lines->items, state->arena, sizeof(struct markdown_line));
	*line = (struct markdown_line){.at = state->line_at,
		.text = state->at < state->line_end ? state->at : state->line_end,
		.end = state->line_end,
		.kind = (uint8_t)kind,
		.depth = (uint8_t)state->depth,
		.marks = state->marks};
	for (uint32_t i = 0; i < state->depth; i++) {
		line->marks |= state->containers[i].is_quote ? MARK_QUOTED : 0;
	}
	return line;
}

uint32_t
markdown_state_indent(const struct markdown_state *state)
{
	uint32_t column = state->column;
	for (uint32_t at = state->at; at < state->line_end; at++) {
		if (state->text.data[at] == '\t') {
			column = (column / TAB + 1) * TAB;
		} else if (state->text.data[at] == ' ') {
			column++;
		} else {
			break;
		}
	}
	return column - state->column;
}

void
markdown_state_skip_blanks(struct markdown_state *state, uint32_t columns)
{
	while (columns > 0 && state->at < state->line_end) {
		char c = state->text.data[state->at];
		uint32_t width = c == '\t' ? TAB - state->column % TAB : 1;
		if (c != ' ' && c != '\t') {
			return;
		}
		if (width > columns) {
			state->column += columns;
			return;
		}
		state->at++;
		state->column += width;
		columns -= width;
	}
}

void
markdown_state_skip(struct markdown_state *state, uint32_t count)
{
	state->at += count;
	state->column += count;
}

struct str
markdown_state_rest(const struct markdown_state *state)
{
	uint32_t at = state->at < state->line_end ? state->at : state->line_end;
	return (struct str){state->text.data + at, state->line_end - at};
}

bool
markdown_state_is_blank(const struct markdown_state *state)
{
	return state->at >= state->line_end;
}

static bool
match_quote(struct markdown_state *state)
{
	uint32_t columns = markdown_state_indent(state);
	struct str rest = str_trim(markdown_state_rest(state));
	if (columns >= CODE_INDENT || !str_starts(rest, STR(">"))) {
		return false;
	}
	markdown_state_skip_blanks(state, columns);
	markdown_state_skip(state, 1);
	markdown_state_skip_blanks(state, 1);
	return true;
}

static bool
match_item(struct markdown_state *state, uint32_t indent)
{
	if (markdown_state_indent(state) < indent && !markdown_state_is_blank(state)) {
		return false;
	}
	markdown_state_skip_blanks(state, indent);
	return true;
}

uint32_t
markdown_state_match(struct markdown_state *state)
{
	for (uint32_t i = 0; i < state->depth; i++) {
		const struct markdown_container *container = &state->containers[i];
		bool matches = container->is_quote ? match_quote(state)
						   : match_item(state, container->indent);
		if (!matches) {
			return i;
		}
	}
	return state->depth;
}

void
markdown_state_close(struct markdown_state *state, uint32_t depth)
{
	if (depth < state->depth) {
		state->depth = depth;
		state->leaf = LEAF_NONE;
	}
}

bool
markdown_state_open(struct markdown_state *state, struct markdown_container container)
{
	if (state->depth == CONTAINERS_MOST) {
		return false;
	}
	state->containers[state->depth++] = container;
	state->leaf = LEAF_NONE;
	return true;
}
