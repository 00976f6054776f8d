#include "read/markdown/markdown_line.h"

uint32_t
markdown_line_heading(const struct markdown_lines *lines, uint32_t index)
{
	uint32_t next = vec_search(&lines->headings, sizeof(uint32_t), 0, index + 1);
	if (next == lines->headings.count) {
		return (uint32_t)lines->text.length;
	}
	uint32_t line = VEC_AT(&lines->headings, uint32_t, next);
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
