#include "mustache/line.h"

size_t
line_rest(struct str text, size_t at)
{
	while (at < text.length && str_is_blank(text.data[at])) {
		at++;
	}
	if (at + 1 < text.length && text.data[at] == '\r') {
		at++;
	}
	if (at < text.length && text.data[at] != '\n') {
		return 0;
	}
	return at < text.length ? at + 1 : at;
}

struct tag_line
line_around(struct str text, size_t start, size_t end)
{
	struct tag_line line = {.start = start, .rest = line_rest(text, end)};
	while (line.start > 0 && str_is_blank(text.data[line.start - 1])) {
		line.start--;
	}
	line.is_first = line.start == 0 || text.data[line.start - 1] == '\n';
	return line;
}

struct str
line_indentation(struct str text, size_t at)
{
	size_t start = at;
	for (; at < text.length; at++) {
		char c = text.data[at];
		if (c == '\n') {
			start = at + 1;
		} else if (!str_is_blank(c) && c != '\r') {
			return (struct str){text.data + start, at - start};
		}
	}
	return (struct str){0};
}
