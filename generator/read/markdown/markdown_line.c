#include "read/markdown/markdown_line.h"

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
