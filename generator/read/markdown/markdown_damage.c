#include "read/markdown/markdown_damage.h"

#include "read/markdown/markdown_block.h"
#include "read/markdown/markdown_code.h"
#include "read/markdown/markdown_label.h"

bool
markdown_damage_is_code(const struct vocabulary *vocabulary, struct str heading)
{
	return markdown_code_of_heading(vocabulary, heading).spelling == SPELLING_NUMBER;
}

/* The first line of `text` that is not empty. */
static struct str
first_line(struct str text)
{
	text = str_trim(text);
	size_t end = 0;
	while (end < text.length && text.data[end] != '\n' && text.data[end] != '\r') {
		end++;
	}
	return str_head(text, end);
}

static bool
begins_with_label(const struct vocabulary *vocabulary, struct str text)
{
	struct markdown_label label;
	return markdown_label_read(vocabulary, first_line(text), &label) && label.is_marked &&
		markdown_label_is_part(label.role);
}

size_t
markdown_damage_find(const struct vocabulary *vocabulary, struct str line, struct str behind)
{
	for (size_t at = str_find(line, 0, '#'); at < line.length; at = str_find(line, at, '#')) {
		struct str inner;
		struct str rest = str_skip(line, at);
		bool is_first = at == 0 || line.data[at - 1] != '\\';
		if (is_first && markdown_block_heading(rest, &inner) > 0 &&
			markdown_damage_is_code(vocabulary, inner)) {
			return begins_with_label(vocabulary, behind) ? at : line.length;
		}
		while (at < line.length && line.data[at] == '#') {
			at++;
		}
	}
	return line.length;
}
