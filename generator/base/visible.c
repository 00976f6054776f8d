#include "base/visible.h"

#include "base/obeyed.h"
#include "base/utf8.h"

static void
add_escaped(struct buf *buf, uint32_t character)
{
	buf_format(buf, "\\u{%X}", (unsigned)character);
}

/* Appends the character at `at` and returns its length in bytes. */
static size_t
add_character(struct buf *buf, struct str text, size_t at)
{
	size_t length;
	uint32_t character = utf8_decode(str_skip(text, at), &length);
	if (character == UTF8_INVALID) {
		buf_format(buf, "\\x%02X", (unsigned)(unsigned char)text.data[at]);
	} else if (utf8_is_forbidden(character) || character < 0x20 || obeyed_at(text, at)) {
		add_escaped(buf, character);
	} else {
		buf_add(buf, (struct str){text.data + at, length});
	}
	return length;
}

static void
add_from(struct buf *buf, struct str text, size_t at, size_t to)
{
	while (at < to) {
		size_t length = obeyed_harmless(str_head(text, to), at);
		buf_add(buf, (struct str){text.data + at, length});
		at += length;
		at += at < to ? add_character(buf, text, at) : 0;
	}
}

void
visible_add(struct buf *buf, struct str text)
{
	add_from(buf, text, 0, text.length);
}

void
visible_add_part(struct buf *buf, struct str line, size_t from, size_t to)
{
	if (from == 0 && to > 0 && obeyed_is_heading(line)) {
		add_escaped(buf, (unsigned char)line.data[from++]);
	}
	add_from(buf, line, from, to);
}

/* Appends a line without its end; its tabs stay. */
static void
add_line(struct buf *buf, struct str line)
{
	for (size_t at = 0; at < line.length;) {
		size_t tab = str_find(line, at, '\t');
		visible_add_part(buf, line, at, tab);
		if (tab < line.length) {
			buf_add_char(buf, '\t');
		}
		at = tab + 1;
	}
}

void
visible_add_lines(struct buf *buf, struct str text)
{
	for (size_t at = 0; at < text.length;) {
		size_t end = str_find(text, at, '\n');
		add_line(buf, (struct str){text.data + at, end - at});
		if (end < text.length) {
			buf_add_char(buf, '\n');
		}
		at = end + 1;
	}
}

struct str
visible_copy(struct arena *arena, struct str text)
{
	struct buf shown = {0};
	visible_add(&shown, text);
	return buf_keep(arena, &shown);
}

size_t
visible_width(struct str text)
{
	struct buf shown = {0};
	visible_add(&shown, text);
	size_t width = utf8_count(buf_str(&shown));
	buf_free(&shown);
	return width;
}
