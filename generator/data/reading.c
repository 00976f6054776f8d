#include "data/reading.h"

#include "data/commonmark.h"

/* Where the label of a definition begins whose bracket closes at `close`; `close` without one. */
static size_t
label_start(struct str text, size_t close)
{
	for (size_t at = close; at > 0; at--) {
		char c = text.data[at - 1];
		bool is_escaped = at > 1 && text.data[at - 2] == '\\';
		if (!is_escaped && (c == '[' || c == ']')) {
			return c == '[' ? at : close;
		}
	}
	return close;
}

/* A paragraph that refers to the label; over the lines of a quote it is the same without marks. */
static void
add_label(struct buf *buf, struct str label)
{
	buf_add_char(buf, '[');
	for (size_t i = 0; i < label.length; i++) {
		bool is_break = label.data[i] == '\n';
		buf_add_char(buf, is_break ? ' ' : label.data[i]);
		while (is_break && i + 1 < label.length &&
			memchr(" \t>", label.data[i + 1], 3) != NULL) {
			i++;
		}
	}
	buf_add(buf, STR("]\n\n"));
}

void
reading_add_labels(struct buf *labels, struct str text)
{
	for (size_t at = str_search(text, 0, STR("]:")); at < text.length;
		at = str_search(text, at + 1, STR("]:"))) {
		size_t start = label_start(text, at);
		if (start < at) {
			add_label(labels, (struct str){text.data + start, at - start});
		}
	}
}

/* Whether the bracket at `at` can only hold the address of a link. */
static bool
opens_address(struct str text, size_t at)
{
	while (at > 0 && str_is_space(text.data[at - 1])) {
		at--;
	}
	struct str before = str_head(text, at);
	return str_ends(before, STR("](")) || str_ends(before, STR("]:"));
}

/* Makes one line of all, without the marks of quotes. */
static void
join_lines(char *bytes, size_t length)
{
	bool is_first = true;
	for (size_t i = 0; i < length; i++) {
		is_first = bytes[i] == '\n' ||
			(is_first && (str_is_blank(bytes[i]) || bytes[i] == '>'));
		bytes[i] = is_first ? ' ' : bytes[i];
	}
}

/* Takes away what makes code, and tags and autolinks. */
static void
make_bare(char *bytes, struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		bool is_code = text.data[i] == '`' || text.data[i] == '~';
		bool is_tag = text.data[i] == '<' && !opens_address(text, i);
		bytes[i] = is_code || is_tag ? ',' : bytes[i];
	}
}

size_t
reading_compose(struct buf *document, struct str labels, struct str text, unsigned reading)
{
	bool is_joined = reading & READING_JOINED;
	document->length = 0;
	buf_add(document, is_joined ? STR("x ") : labels);
	size_t shift = document->length;
	buf_add(document, text);
	buf_add_char(document, '\n');
	document->length--;
	if (is_joined) {
		join_lines(document->data + shift, text.length);
	}
	if (reading & READING_BARE) {
		make_bare(document->data + shift, text);
	}
	return shift;
}

unsigned
reading_worth(struct str text)
{
	bool has_code = str_find(text, 0, '`') < text.length ||
		str_search(text, 0, STR("~~~")) < text.length;
	return (str_find(text, 0, '|') < text.length ? COMMONMARK_TABLES : 0u) |
		(str_find(text, 0, '<') < text.length ? COMMONMARK_NO_HTML : 0u) |
		(str_find(text, 0, '\n') < text.length ? READING_JOINED : 0u) |
		(has_code ? READING_BARE : 0u);
}

bool
reading_is_one(unsigned reading)
{
	return !((reading & READING_JOINED && reading & COMMONMARK_TABLES) ||
		(reading & READING_BARE && reading & COMMONMARK_NO_HTML));
}
