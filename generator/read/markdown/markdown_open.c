#include "read/markdown/markdown_open.h"

#include "read/markdown/markdown_damage.h"

static bool
open_quote(struct markdown_state *state, uint32_t matched)
{
	if (!str_starts(markdown_state_rest(state), STR(">"))) {
		return false;
	}
	markdown_state_close(state, matched);
	if (!markdown_state_open(state, (struct markdown_container){.is_quote = true})) {
		return false;
	}
	markdown_state_skip(state, 1);
	markdown_state_skip_blanks(state, 1);
	return true;
}

/* Whether the item may begin here: in a paragraph it must not be empty, and count from 1. */
static bool
may_begin(
	const struct markdown_state *state, uint32_t matched, const struct markdown_bullet *bullet)
{
	bool is_in_paragraph = state->leaf == LEAF_PARAGRAPH && matched == state->depth;
	bool is_empty = markdown_state_rest(state).length == bullet->width;
	return !is_in_paragraph || (!is_empty && (!bullet->is_numbered || bullet->number == 1));
}

static bool
open_item(struct markdown_state *state, uint32_t matched, uint32_t columns)
{
	struct markdown_bullet bullet;
	if (!markdown_block_bullet(markdown_state_rest(state), &bullet) ||
		!may_begin(state, matched, &bullet) || state->depth == CONTAINERS_MOST) {
		return false;
	}
	markdown_state_close(state, matched);
	markdown_state_skip(state, bullet.width);
	uint32_t blanks = markdown_state_indent(state);
	bool is_wide = markdown_state_is_blank(state) || blanks > CODE_INDENT;
	uint32_t taken = is_wide ? 1 : blanks;
	markdown_state_open(
		state, (struct markdown_container){false, columns + bullet.width + taken});
	markdown_state_skip_blanks(state, taken);
	state->marks |= bullet.is_numbered ? MARK_ITEM | MARK_NUMBERED : MARK_ITEM;
	return true;
}

/* The heading's text lies inside the line, between its marks. */
static bool
read_heading(struct markdown_state *state, uint32_t matched)
{
	struct str inner;
	uint8_t level = markdown_block_heading(markdown_state_rest(state), &inner);
	if (level == 0) {
		return false;
	}
	markdown_state_close(state, matched);
	state->leaf = LEAF_NONE;
	struct markdown_line *line = markdown_state_add(state, LINE_HEADING);
	line->level = level;
	line->text = (uint32_t)(inner.data - state->text.data);
	line->end = line->text + (uint32_t)inner.length;
	state->is_among_codes =
		state->is_among_codes || markdown_damage_is_code(state->vocabulary, inner);
	return true;
}

static bool
read_html(struct markdown_state *state, uint32_t matched)
{
	struct str rest = markdown_state_rest(state);
	enum markdown_html kind = markdown_block_html(rest);
	if (kind == HTML_NONE || (kind == HTML_ANY && state->leaf == LEAF_PARAGRAPH)) {
		return false;
	}
	markdown_state_close(state, matched);
	bool is_ended = kind < HTML_BLOCK && markdown_block_html_end(kind, rest);
	state->html = kind;
	state->is_closed = false;
	state->leaf = is_ended ? LEAF_NONE : LEAF_HTML;
	markdown_state_add(state, kind == HTML_COMMENT ? LINE_COMMENT : LINE_HTML);
	return true;
}

/* The paragraph above becomes a heading. */
static bool
read_underline(struct markdown_state *state, uint32_t matched)
{
	uint8_t level = markdown_block_underline(markdown_state_rest(state));
	bool is_in_paragraph = state->leaf == LEAF_PARAGRAPH && matched == state->depth;
	if (level == 0 || !is_in_paragraph) {
		return false;
	}
	for (uint32_t i = state->leaf_line; i < state->lines->items.count; i++) {
		struct markdown_line *line = &VEC_AT(&state->lines->items, struct markdown_line, i);
		line->kind = LINE_HEADING;
		line->level = level;
		line->marks |= i > state->leaf_line ? MARK_CONTINUES : 0;
	}
	state->leaf = LEAF_NONE;
	markdown_state_add(state, LINE_UNDERLINE);
	return true;
}

/* The last line of the paragraph above becomes the headings of a table. */
static bool
read_table(struct markdown_state *state, uint32_t matched)
{
	bool is_in_paragraph = state->leaf == LEAF_PARAGRAPH && matched == state->depth;
	uint32_t columns = is_in_paragraph ? markdown_block_columns(markdown_state_rest(state)) : 0;
	if (columns == 0) {
		return false;
	}
	uint32_t last = state->lines->items.count - 1;
	struct markdown_line *head = &VEC_AT(&state->lines->items, struct markdown_line, last);
	struct str text = markdown_line_text(state->lines, last);
	if (columns > 1 && str_find(text, 0, '|') == text.length) {
		return false;
	}
	head->kind = LINE_TABLE_HEAD;
	state->leaf = LEAF_TABLE;
	markdown_state_add(state, LINE_TABLE_RULE);
	return true;
}

static bool
read_rule(struct markdown_state *state, uint32_t matched)
{
	if (!markdown_block_rule(markdown_state_rest(state))) {
		return false;
	}
	markdown_state_close(state, matched);
	state->leaf = LEAF_NONE;
	markdown_state_add(state, LINE_RULE);
	return true;
}

/* Where the heading of a code begins in what is left of the line; line_end where none does. */
static uint32_t
find_damage(const struct markdown_state *state)
{
	struct str rest = markdown_state_rest(state);
	struct str behind = str_skip(state->text, state->line_next);
	size_t at = markdown_damage_find(state->vocabulary, rest, behind);
	return state->line_end - (uint32_t)(rest.length - at);
}

/* Adds the part of the line before `at` as `kind`, and what is behind as a heading of its own. */
static void
split(struct markdown_state *state, uint32_t at, enum markdown_kind kind, uint8_t marks)
{
	uint32_t end = state->line_end;
	struct str before = {state->text.data + state->line_at, at - state->line_at};
	if (str_trim(before).length > 0) {
		state->line_end = state->line_at + (uint32_t)str_trim(before).length +
			(uint32_t)(str_trim(before).data - before.data);
		markdown_state_add(state, kind);
		state->line_at = at;
		marks |= MARK_GLUED;
	}
	state->line_end = end;
	state->at = at;
	state->marks = marks;
	markdown_state_close(state, 0);
	read_heading(state, 0);
}

/* Whether the fence or comment is closed further down. */
static bool
is_closed_below(struct markdown_state *state)
{
	struct markdown_state probe = *state;
	bool is_fence = state->leaf == LEAF_FENCE;
	if (!is_fence && state->is_comment_open) {
		return false;
	}
	while (!state->is_closed && probe.line_next < state->text.length) {
		markdown_state_enter(&probe, probe.line_next);
		uint32_t columns = markdown_state_indent(&probe);
		markdown_state_skip_blanks(&probe, columns);
		struct str rest = markdown_state_rest(&probe);
		state->is_closed = is_fence
			? columns < CODE_INDENT && markdown_block_fence_end(rest, state->fence)
			: markdown_block_html_end(state->html, rest);
	}
	state->is_comment_open = !is_fence && !state->is_closed;
	return state->is_closed;
}

/* Whether the fence or HTML block swallows the heading of a code that begins in this line. */
static bool
is_swallowing(struct markdown_state *state)
{
	if (find_damage(state) == state->line_end) {
		return false;
	}
	bool is_comment = state->leaf == LEAF_HTML && state->html == HTML_COMMENT;
	bool is_fence = state->leaf == LEAF_FENCE;
	if (is_comment || (is_fence && !state->is_among_codes)) {
		return !is_closed_below(state);
	}
	return true;
}

static void
read_swallowed(struct markdown_state *state, enum markdown_kind kind)
{
	uint32_t at = find_damage(state);
	uint8_t marks = MARK_DAMAGED;
	struct str before = str_head(markdown_state_rest(state), at - state->at);
	if (state->leaf == LEAF_FENCE && markdown_block_fence_end(before, state->fence)) {
		kind = LINE_FENCE_END;
		marks = 0;
	} else if (state->leaf == LEAF_FENCE) {
		struct vec *items = &state->lines->items;
		VEC_AT(items, struct markdown_line, state->leaf_line).marks |= MARK_DAMAGED;
	}
	split(state, at, kind, marks);
}

static void
read_fenced(struct markdown_state *state)
{
	uint32_t columns = markdown_state_indent(state);
	struct str rest = str_trim(markdown_state_rest(state));
	if (columns < CODE_INDENT && markdown_block_fence_end(rest, state->fence)) {
		markdown_state_add(state, LINE_FENCE_END);
		state->leaf = LEAF_NONE;
	} else if (is_swallowing(state)) {
		read_swallowed(state, LINE_FENCED);
	} else {
		markdown_state_add(state, LINE_FENCED);
	}
}

static void
read_in_html(struct markdown_state *state)
{
	struct str rest = markdown_state_rest(state);
	enum markdown_kind kind = state->html == HTML_COMMENT ? LINE_COMMENT : LINE_HTML;
	if (is_swallowing(state)) {
		read_swallowed(state, kind);
		return;
	}
	bool is_blank = state->html >= HTML_BLOCK && markdown_state_is_blank(state);
	markdown_state_add(state, is_blank ? LINE_BLANK : kind);
	if (markdown_block_html_end(state->html, rest)) {
		state->leaf = LEAF_NONE;
	}
}

/* A fence opens; the heading of a code may be glued to it. */
static bool
read_fence(struct markdown_state *state, uint32_t matched)
{
	struct str inner;
	struct markdown_fence fence;
	if (!markdown_block_fence(markdown_state_rest(state), &fence, &inner)) {
		return false;
	}
	markdown_state_close(state, matched);
	uint32_t at = find_damage(state);
	state->leaf = LEAF_FENCE;
	state->leaf_line = state->lines->items.count;
	state->fence = fence;
	state->is_closed = false;
	if (at < state->line_end) {
		split(state, at, LINE_FENCE, 0);
		struct vec *items = &state->lines->items;
		VEC_AT(items, struct markdown_line, items->count - 2).marks |= MARK_DAMAGED;
	} else {
		markdown_state_add(state, LINE_FENCE);
	}
	return true;
}

/* Text that no mark begins: it goes on with a paragraph or a table, or begins a paragraph. */
static void
read_text(struct markdown_state *state, uint32_t matched, uint32_t columns)
{
	bool is_lazy = state->leaf == LEAF_PARAGRAPH && matched < state->depth;
	bool is_code = columns >= CODE_INDENT && state->leaf != LEAF_PARAGRAPH;
	bool is_row = state->leaf == LEAF_TABLE && matched == state->depth && !is_code;
	state->marks |= is_lazy ? MARK_LAZY : 0;
	if (!is_lazy) {
		markdown_state_close(state, matched);
	}
	markdown_state_skip_blanks(state, is_code ? CODE_INDENT : columns);
	uint32_t damage = is_code ? state->line_end : find_damage(state);
	if (state->leaf != LEAF_PARAGRAPH && !is_row) {
		state->leaf = is_code ? LEAF_INDENTED : LEAF_PARAGRAPH;
		state->leaf_line = state->lines->items.count;
	}
	enum markdown_kind kind = is_row ? LINE_TABLE_ROW : is_code ? LINE_INDENTED : LINE_TEXT;
	if (damage < state->line_end) {
		split(state, damage, kind, 0);
	} else {
		markdown_state_add(state, kind);
	}
}

static void
read_blocks(struct markdown_state *state, uint32_t matched)
{
	for (;;) {
		if (markdown_state_is_blank(state)) {
			markdown_state_add(state, LINE_TEXT); /* an empty item or block quote */
			return;
		}
		uint32_t columns = markdown_state_indent(state);
		if (columns >= CODE_INDENT) {
			read_text(state, matched, columns);
			return;
		}
		markdown_state_skip_blanks(state, columns);
		if (open_quote(state, matched)) {
			matched = state->depth;
			continue;
		}
		if (read_heading(state, matched) || read_fence(state, matched) ||
			read_html(state, matched) || read_underline(state, matched) ||
			read_table(state, matched) || read_rule(state, matched)) {
			return;
		}
		if (!open_item(state, matched, columns)) {
			read_text(state, matched, columns);
			return;
		}
		matched = state->depth;
	}
}

void
markdown_open_line(struct markdown_state *state)
{
	uint32_t matched = markdown_state_match(state);
	bool is_literal = state->leaf == LEAF_FENCE || state->leaf == LEAF_HTML;
	if (is_literal && matched == state->depth) {
		if (state->leaf == LEAF_FENCE) {
			read_fenced(state);
		} else {
			read_in_html(state);
		}
		return;
	}
	if (is_literal) {
		markdown_state_close(state, matched);
	}
	if (markdown_state_is_blank(state)) {
		bool is_open = state->leaf == LEAF_PARAGRAPH || state->leaf == LEAF_TABLE;
		state->leaf = is_open ? LEAF_NONE : state->leaf;
		markdown_state_close(state, matched);
		markdown_state_add(state, LINE_BLANK);
		return;
	}
	read_blocks(state, matched);
}
