#include "read/markdown/markdown_front.h"

#include "read/markdown/markdown_head.h"

/* The title in the front matter; quotes around it are layout. */
static void
read_front(struct markdown_reader *reader)
{
	for (uint32_t i = 0; i < reader->lines.items.count; i++) {
		struct str text = markdown_line_text(&reader->lines, i);
		if (markdown_reader_line(reader, i)->kind != LINE_FRONT) {
			return;
		}
		if (str_starts(text, STR("title:"))) {
			struct str title = str_trim(str_skip(text, STR("title:").length));
			bool is_quoted = title.length > 1 &&
				(title.data[0] == '"' || title.data[0] == '\'') &&
				title.data[title.length - 1] == title.data[0];
			if (is_quoted) {
				title = str_head(str_skip(title, 1), title.length - 2);
			}
			reader->found->title =
				markdown_reader_value(reader, title, WRITTEN_MARKDOWN);
		}
	}
}

void
markdown_front_title(struct markdown_reader *reader, const struct vec *heads)
{
	uint32_t first_code =
		heads->count > 0 ? VEC_AT(heads, struct markdown_head, 0).line : UINT32_MAX;
	for (uint32_t i = 0; i < reader->lines.items.count; i++) {
		const struct markdown_line *line = markdown_reader_line(reader, i);
		if (line->kind == LINE_HEADING) {
			if (line->level == 1 && i < first_code) {
				reader->found->title = markdown_reader_value(reader,
					markdown_line_text(&reader->lines, i), WRITTEN_MARKDOWN);
			}
			break;
		}
	}
	if (reader->found->title.text.data == NULL) {
		read_front(reader);
	}
}

static bool
is_key(struct str key)
{
	for (size_t i = 0; i < key.length; i++) {
		char c = key.data[i];
		if (!str_is_letter(c) && !str_is_digit(c) && memchr(" _-", c, 3) == NULL) {
			return false;
		}
	}
	return key.length > 0 && str_is_letter(key.data[0]);
}

/* Reads `<!--Key: Value-->`; false where the line is anything else. */
static bool
read_pair(struct markdown_reader *reader, struct str text)
{
	bool is_comment = text.length >= 7 && str_starts(text, STR("<!--")) &&
		str_search(text, 0, STR("-->")) == text.length - 3;
	if (!is_comment) {
		return false;
	}
	text = (struct str){text.data + 4, text.length - 7};
	size_t colon = str_find(text, 0, ':');
	struct str key = str_trim(str_head(text, colon));
	if (colon == text.length || !is_key(key)) {
		return false;
	}
	struct found_pair pair = {markdown_reader_value(reader, key, WRITTEN_PLAIN),
		markdown_reader_value(reader, str_skip(text, colon + 1), WRITTEN_PLAIN)};
	VEC_PUSH(&reader->found->metadata, reader->load->arena, struct found_pair, pair);
	return true;
}

/* Whether the line is layout, title or metadata, or a comment above the title; no introduction. */
static bool
is_before_intro(struct markdown_reader *reader, uint32_t index)
{
	const struct markdown_line *line = markdown_reader_line(reader, index);
	const struct found_value *title = &reader->found->title;
	bool is_title =
		title->text.data != NULL && line->text <= title->at && line->end > title->at;
	bool is_above = title->text.data == NULL || line->end <= title->at;
	return line->kind == LINE_BLANK || line->kind == LINE_FRONT ||
		line->kind == LINE_UNDERLINE || is_title ||
		(line->kind == LINE_COMMENT &&
			(read_pair(reader, markdown_line_text(&reader->lines, index)) || is_above));
}

/* Whether the line is layout behind the introduction: empty, or the title of the first group. */
static bool
is_behind_intro(struct markdown_reader *reader, uint32_t index)
{
	const struct markdown_line *line = markdown_reader_line(reader, index);
	const struct vec *groups = &reader->found->groups;
	if (line->kind != LINE_HEADING || groups->count == 0) {
		return line->kind == LINE_BLANK || line->kind == LINE_HEADING ||
			line->kind == LINE_UNDERLINE;
	}
	const struct found_value *title = &VEC_AT(groups, struct found_group *, 0)->title;
	return title->text.data != NULL && line->text <= title->at && title->at < line->end;
}

void
markdown_front_intro(struct markdown_reader *reader, uint32_t first)
{
	uint32_t start = 0;
	while (start < reader->lines.items.count && start < first &&
		is_before_intro(reader, start)) {
		start++;
	}
	if (first == UINT32_MAX) {
		return;
	}
	while (first > start && is_behind_intro(reader, first - 1)) {
		first--;
	}
	if (start < first) {
		struct str slice =
			markdown_reader_slice(reader, markdown_reader_line(reader, start)->at,
				markdown_line_next(&reader->lines, first - 1));
		reader->found->intro = markdown_reader_value(reader, slice, WRITTEN_MARKDOWN);
	}
}
