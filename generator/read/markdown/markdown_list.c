#include "read/markdown/markdown_list.h"

static bool
is_item(const struct markdown_line *line)
{
	bool is_flat = line->depth == 1 && !(line->marks & (MARK_QUOTED | MARK_LAZY));
	return line->kind == LINE_TEXT && (line->marks & MARK_ITEM) && is_flat &&
		line->end > line->text;
}

/* A line of the paragraph before the list. */
static bool
is_lead(const struct markdown_line *line)
{
	return line->kind == LINE_TEXT && line->depth == 0;
}

/* The first line behind the paragraph and the blank lines from `first` on. */
static uint32_t
skip_lead(const struct markdown_reader *reader, uint32_t first, uint32_t last, uint32_t *lead_end)
{
	uint32_t i = first;
	while (i <= last && is_lead(markdown_reader_line(reader, i))) {
		*lead_end = markdown_reader_line(reader, i)->end;
		i++;
	}
	while (i <= last && markdown_reader_line(reader, i)->kind == LINE_BLANK) {
		i++;
	}
	return i;
}

/* Adds the items; false where a line is none, or of another kind than the first. */
static bool
add_items(const struct markdown_reader *reader, struct found_list *list, uint32_t first,
	uint32_t last)
{
	for (uint32_t i = first; i <= last; i++) {
		const struct markdown_line *line = markdown_reader_line(reader, i);
		bool is_numbered = (line->marks & MARK_NUMBERED) != 0;
		if (line->kind == LINE_BLANK) {
			continue;
		}
		if (!is_item(line) || (i > first && is_numbered != list->is_numbered)) {
			return false;
		}
		struct str text = markdown_line_text(&reader->lines, i);
		list->is_numbered = is_numbered;
		VEC_PUSH(&list->items, reader->load->arena, struct found_value,
			markdown_reader_value(reader, text, WRITTEN_MARKDOWN));
	}
	return list->items.count > 0;
}

const struct found_list *
markdown_list_read(
	const struct markdown_reader *reader, struct str lead, uint32_t first, uint32_t last)
{
	bool has_lead = lead.length > 0 || is_lead(markdown_reader_line(reader, first));
	uint32_t start = lead.length > 0 ? (uint32_t)(lead.data - reader->text.data)
					 : markdown_reader_line(reader, first)->text;
	uint32_t end = start + (uint32_t)lead.length;
	uint32_t items = skip_lead(reader, first, last, &end);
	if (items > last || !is_item(markdown_reader_line(reader, items))) {
		return NULL;
	}
	struct found_list *list = arena_alloc(reader->load->arena, sizeof(*list));
	if (!add_items(reader, list, items, last)) {
		return NULL;
	}
	if (has_lead) {
		list->lead_text = str_trim(markdown_reader_slice(reader, start, end));
		list->lead_at = start;
	}
	return list;
}
