#include "pin/cut.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"

/* What opens and closes the tags of a template. */
struct delimiters {
	struct str open;
	struct str close;
};

void
cut_add(struct cuts *cuts, struct cut cut)
{
	VEC_PUSH(&cuts->items, cuts->arena, struct cut, cut);
}

size_t
cut_line_end(struct str text, size_t at)
{
	return at + str_line(text, at).length;
}

bool
cut_begins_line(struct str text, size_t at)
{
	return at == 0 || text.data[at - 1] == '\n';
}

/* The order of two cuts; as addresses those that came first are less. */
static int
compare_cuts(const void *left, const void *right)
{
	const struct cut *a = *(const struct cut *const *)left;
	const struct cut *b = *(const struct cut *const *)right;
	if (a->at != b->at) {
		return a->at < b->at ? -1 : 1;
	}
	if (a->rank != b->rank) {
		return a->rank < b->rank ? -1 : 1;
	}
	return a < b ? -1 : a > b;
}

/* Whether a brace of the text touches a cut, so that it would belong to the tag. */
static bool
touches_brace(const struct cuts *cuts)
{
	struct str text = cuts->text;
	for (uint32_t i = 0; i < cuts->items.count; i++) {
		const struct cut *cut = &VEC_AT(&cuts->items, struct cut, i);
		size_t end = cut->at + cut->length;
		if ((cut->at > 0 && text.data[cut->at - 1] == '{') ||
			(end < text.length && text.data[end] == '}')) {
			return true;
		}
	}
	return false;
}

/* The first delimiters that the text does not hold; longer ones until there are such. */
static struct delimiters
delimiters_for(const struct cuts *cuts)
{
	struct arena *arena = cuts->arena;
	struct str text = cuts->text, sign = STR("%");
	struct delimiters chosen = {STR("{{"), STR("}}")};
	bool is_taken = touches_brace(cuts);
	while (is_taken || str_search(text, 0, chosen.open) < text.length ||
		str_search(text, 0, chosen.close) < text.length) {
		is_taken = false;
		chosen.open = ARENA_JOIN(arena, STR("<"), sign);
		chosen.close = ARENA_JOIN(arena, sign, STR(">"));
		sign = ARENA_JOIN(arena, sign, STR("%"));
	}
	return chosen;
}

static void
add_tag(struct buf *buf, const struct delimiters *tags, char sign, struct str name)
{
	buf_add(buf, tags->open);
	if (sign != ' ') {
		buf_add_char(buf, sign);
	}
	buf_add(buf, name);
	buf_add(buf, tags->close);
}

/*
 * Appends the text of the document; characters that no template may hold are named, such as a
 * carriage return by itself.
 */
static void
add_text(struct buf *buf, const struct delimiters *tags, struct str text)
{
	while (text.length > 0) {
		uint32_t character = 0;
		size_t at = utf8_find_forbidden(text, &character), length = 1;
		buf_add(buf, str_head(text, at));
		text = str_skip(text, at);
		if (text.length == 0) {
			return;
		}
		if (str_starts(text, STR("\r\n"))) {
			buf_add_char(buf, '\r');
		} else {
			char name[16];
			utf8_decode(text, &length);
			snprintf(name, sizeof(name), "U+%04X", (unsigned)character);
			add_tag(buf, tags, ' ', str_from(name));
		}
		text = str_skip(text, length);
	}
}

size_t
cut_find_unnamed(struct str text)
{
	uint32_t character;
	size_t at = utf8_find_forbidden(text, &character), length;
	while (at < text.length && character != UTF8_INVALID && character != 0) {
		utf8_decode(str_skip(text, at), &length);
		at += length;
		at += utf8_find_forbidden(str_skip(text, at), &character);
	}
	return at;
}

/* How the lines of the text end. */
static struct str
line_break_of(struct str text)
{
	size_t end = str_find(text, 0, '\n');
	bool has_return = end > 0 && end < text.length && text.data[end - 1] == '\r';
	return has_return ? STR("\r\n") : STR("\n");
}

static void
add_cut(struct buf *buf, const struct delimiters *tags, const struct cut *cut, struct str end)
{
	if (cut->sign == '+') {
		buf_add(buf, cut->name);
	} else {
		add_tag(buf, tags, cut->sign, cut->name);
	}
	if (cut->has_line) {
		buf_add(buf, end);
	}
}

/* The cuts in the order of the text. */
static const struct cut **
sorted(struct cuts *cuts)
{
	const struct cut **order =
		arena_alloc(cuts->arena, (cuts->items.count + 1) * sizeof(*order));
	for (uint32_t i = 0; i < cuts->items.count; i++) {
		order[i] = &VEC_AT(&cuts->items, struct cut, i);
	}
	qsort(order, cuts->items.count, sizeof(*order), compare_cuts);
	return order;
}

struct str
cut_template(struct cuts *cuts)
{
	const struct cut **order = sorted(cuts);
	struct delimiters tags = delimiters_for(cuts);
	struct str end = line_break_of(cuts->text);
	struct buf buf = {0};
	size_t at = 0;
	if (!str_equal(tags.open, STR("{{"))) {
		buf_format(&buf, "{{=%.*s %.*s=}}", (int)tags.open.length, tags.open.data,
			(int)tags.close.length, tags.close.data);
		buf_add(&buf, end);
	}
	for (uint32_t i = 0; i < cuts->items.count; i++) {
		if (order[i]->at >= at) {
			add_text(
				&buf, &tags, (struct str){cuts->text.data + at, order[i]->at - at});
			add_cut(&buf, &tags, order[i], end);
			at = order[i]->at + order[i]->length;
		}
	}
	add_text(&buf, &tags, str_skip(cuts->text, at));
	return buf_keep(cuts->arena, &buf);
}
