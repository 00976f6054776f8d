#include "read/markdown/markdown_head.h"

enum { LEVELS = 7 };

/* Whether a label may stand in the line: not inside of a list or quote, but at their edge. */
static bool
may_hold_label(const struct markdown_line *line)
{
	bool begins_item = line->depth == 1 && (line->marks & MARK_ITEM);
	return line->kind == LINE_TEXT &&
		(line->depth == 0 || (line->marks & MARK_LAZY) || begins_item);
}

static bool
is_plain_part(int role)
{
	return role == FOUND_MESSAGE || role == FOUND_DESCRIPTION || role == FOUND_CAUSES ||
		role == FOUND_ACTIONS;
}

bool
markdown_head_label(const struct markdown_reader *reader, uint32_t index, uint8_t level, bool plain,
	struct markdown_label *label)
{
	const struct markdown_line *line = markdown_reader_line(reader, index);
	struct str text = markdown_line_text(&reader->lines, index);
	if (line->kind == LINE_HEADING && line->level > level) {
		*label = (struct markdown_label){.word = markdown_code_peel(text)};
		label->rest = str_skip(text, text.length);
		label->role = vocabulary_find(reader->vocabulary, text);
		label->is_marked = true;
		return markdown_label_is_part(label->role);
	}
	if (!may_hold_label(line) || !markdown_label_read(reader->vocabulary, text, label)) {
		return false;
	}
	return label->is_marked ? markdown_label_is_part(label->role)
				: plain && is_plain_part(label->role);
}

/* Sets where the sections end: at a heading of their level or above, and at a certain code. */
static void
find_ends(const struct markdown_reader *reader, struct vec *heads)
{
	uint32_t next[LEVELS];
	uint32_t left = heads->count;
	for (int i = 0; i < LEVELS; i++) {
		next[i] = reader->lines.items.count;
	}
	for (uint32_t i = reader->lines.items.count; i-- > 0;) {
		const struct markdown_line *line = markdown_reader_line(reader, i);
		struct markdown_head *head =
			left > 0 ? &VEC_AT(heads, struct markdown_head, left - 1) : NULL;
		bool is_head = head != NULL && head->line == i;
		if (line->kind != LINE_HEADING || (line->marks & MARK_CONTINUES)) {
			continue;
		}
		if (is_head) {
			head->end = next[head->level];
			left--;
		}
		bool ends_all = is_head && head->code.spelling == SPELLING_NUMBER;
		for (int level = ends_all ? 1 : line->level; level < LEVELS; level++) {
			next[level] = i;
		}
	}
}

/* What a section holds. */
struct section_content {
	bool has_labels;
	bool has_table;
};

static struct section_content
look_into(const struct markdown_reader *reader, const struct markdown_head *head)
{
	struct section_content content = {0};
	for (uint32_t i = head->line + 1; i < head->end && !content.has_labels; i++) {
		struct markdown_label label;
		struct str text = markdown_line_text(&reader->lines, i);
		uint8_t kind = markdown_reader_line(reader, i)->kind;
		content.has_labels = markdown_head_label(reader, i, head->level, true, &label);
		content.has_table = content.has_table || kind == LINE_TABLE_HEAD ||
			(kind == LINE_HTML && str_starts(text, STR("<table")));
	}
	return content;
}

static void
add_candidates(const struct markdown_reader *reader, struct vec *heads)
{
	for (uint32_t i = 0; i < reader->lines.items.count; i++) {
		const struct markdown_line *line = markdown_reader_line(reader, i);
		if (line->kind != LINE_HEADING || (line->marks & MARK_CONTINUES)) {
			continue;
		}
		struct markdown_code code = markdown_code_of_heading(
			reader->vocabulary, markdown_line_text(&reader->lines, i));
		if (code.spelling != SPELLING_NONE) {
			VEC_PUSH(heads, reader->scratch, struct markdown_head,
				((struct markdown_head){
					.code = code, .line = i, .level = line->level}));
		}
	}
}

/* How many codes of each level have labels, and how many have neither labels nor a table. */
struct level_counts {
	uint32_t labelled[LEVELS];
	uint32_t bare[LEVELS];
};

static bool
is_code(const struct markdown_head *head, struct section_content content,
	const struct level_counts *levels)
{
	if (content.has_labels) {
		return true;
	}
	if (head->code.spelling != SPELLING_NUMBER || content.has_table) {
		return false;
	}
	return levels->labelled[head->level] > 0 || levels->bare[head->level] > 1;
}

void
markdown_head_find(const struct markdown_reader *reader, struct vec *heads)
{
	struct vec all = {0}, seen = {0};
	struct level_counts levels = {0};
	struct arena *arena = reader->scratch;
	add_candidates(reader, &all);
	find_ends(reader, &all);
	for (uint32_t i = 0; i < all.count; i++) {
		struct markdown_head *head = &VEC_AT(&all, struct markdown_head, i);
		struct section_content content = look_into(reader, head);
		bool is_certain = head->code.spelling == SPELLING_NUMBER;
		head->has_labels = content.has_labels;
		levels.labelled[head->level] += content.has_labels ? 1 : 0;
		levels.bare[head->level] += is_certain && !content.has_table ? 1 : 0;
		VEC_PUSH(&seen, arena, struct section_content, content);
	}
	for (uint32_t i = 0; i < all.count; i++) {
		struct markdown_head head = VEC_AT(&all, struct markdown_head, i);
		if (is_code(&head, VEC_AT(&seen, struct section_content, i), &levels)) {
			VEC_PUSH(heads, arena, struct markdown_head, head);
		}
	}
}
