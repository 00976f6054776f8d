#include "data/yaml_put.h"

#include "base/utf8.h"
#include "data/plain.h"

static bool
holds(struct str text, char c)
{
	return str_find(text, 0, c) < text.length;
}

static bool
has_forbidden(struct str text)
{
	uint32_t character;
	return utf8_find_forbidden(text, &character) < text.length;
}

/* What YAML takes for the start of something else, or what some readers differ about. */
static bool
has_plain_start(struct str text)
{
	static const char marks[] = "-?:,[]{}#&*!|>'\"%@` ";
	bool is_mark = memchr(marks, text.data[0], sizeof(marks) - 1) != NULL;
	return !is_mark && !str_starts(text, STR("...")) && !str_starts(text, STR("<<"));
}

static bool
has_plain_end(struct str text)
{
	char last = text.data[text.length - 1];
	return last != ' ' && last != ':';
}

/* Whether a colon before a blank, or a number sign behind one, begins something else. */
static bool
has_plain_marks(struct str text)
{
	for (size_t at = str_find(text, 0, ':'); at + 1 < text.length;
		at = str_find(text, at + 1, ':')) {
		if (text.data[at + 1] == ' ') {
			return false;
		}
	}
	for (size_t at = str_find(text, 1, '#'); at < text.length;
		at = str_find(text, at + 1, '#')) {
		if (text.data[at - 1] == ' ') {
			return false;
		}
	}
	return true;
}

/* Whether the text can stand without quotes, as a key or a value outside of [] and {}. */
static bool
is_plain(struct str text)
{
	return text.length > 0 && has_plain_start(text) && has_plain_end(text) &&
		!holds(text, '\n') && !holds(text, '\t') && !has_forbidden(text) &&
		has_plain_marks(text) && plain_meaning(text).length == 0;
}

static void
add_double_quoted(struct buf *buf, struct str text)
{
	buf_add_char(buf, '"');
	for (size_t length; text.length > 0; text = str_skip(text, length)) {
		uint32_t character = utf8_decode(text, &length);
		struct str bytes = str_head(text, length);
		uint32_t forbidden;
		if (character == '\n' || character == '\t') {
			buf_add(buf, character == '\n' ? STR("\\n") : STR("\\t"));
		} else if (character == '"' || character == '\\') {
			buf_format(buf, "\\%c", (char)character);
		} else if (character != UTF8_INVALID &&
			utf8_find_forbidden(bytes, &forbidden) == 0) {
			buf_format(buf, character > 0xFFFF ? "\\U%08X" : "\\u%04X", character);
		} else {
			buf_add(buf, bytes);
		}
	}
	buf_add_char(buf, '"');
}

void
yaml_put_quoted(struct buf *buf, struct str text)
{
	bool wants_escapes = holds(text, '"') || holds(text, '\\');
	bool needs_escapes =
		holds(text, '\'') || holds(text, '\n') || holds(text, '\t') || has_forbidden(text);
	if (wants_escapes && !needs_escapes) {
		buf_format(buf, "'%.*s'", (int)text.length, text.data);
	} else {
		add_double_quoted(buf, text);
	}
}

void
yaml_put_line(struct buf *buf, struct str text)
{
	if (is_plain(text)) {
		buf_add(buf, text);
	} else {
		yaml_put_quoted(buf, text);
	}
}

void
yaml_put_blanks(struct buf *buf, unsigned count)
{
	for (; count > 0; count--) {
		buf_add_char(buf, ' ');
	}
}

void
yaml_put_break(struct buf *buf, unsigned column)
{
	buf_add_char(buf, '\n');
	yaml_put_blanks(buf, column);
}

/* Whether a block gives the text back: it ends in at most one line break and says something. */
static bool
fits_block(struct str text)
{
	return holds(text, '\n') && str_trim(text).length > 0 && !has_forbidden(text) &&
		!str_ends(text, STR("\n\n"));
}

/* The lines of a block; empty ones get no blanks. */
static void
add_block(struct buf *buf, struct str text, struct yaml_put_place place)
{
	bool ends_in_break = str_ends(text, STR("\n"));
	bool hides_indent = text.data[0] == ' ' || text.data[0] == '\t' || text.data[0] == '\n';
	buf_add_char(buf, '|');
	if (hides_indent) {
		buf_format(buf, "%u", place.step);
	}
	buf_add(buf, ends_in_break ? STR("") : STR("-"));
	text.length -= ends_in_break;
	for (;;) {
		size_t end = str_find(text, 0, '\n');
		yaml_put_break(buf, end == 0 ? 0 : place.column + place.step);
		buf_add(buf, str_head(text, end));
		if (end == text.length) {
			return;
		}
		text = str_skip(text, end + 1);
	}
}

void
yaml_put_text(struct buf *buf, struct str text, struct yaml_put_place place)
{
	if (fits_block(text)) {
		add_block(buf, text, place);
	} else {
		yaml_put_line(buf, text);
	}
}

static void
put_items(struct buf *buf, const struct value *list, struct yaml_put_place place)
{
	struct yaml_put_place inner = {place.column + place.step, place.step};
	for (uint32_t i = 0; i < list->items.count; i++) {
		yaml_put_break(buf, inner.column);
		buf_add_char(buf, '-');
		yaml_put_value(buf, VEC_AT(&list->items, struct value *, i), inner);
	}
}

static void
put_entries(struct buf *buf, const struct value *map, struct yaml_put_place place)
{
	struct yaml_put_place inner = {place.column + place.step, place.step};
	for (uint32_t i = 0; i < map->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&map->items, struct value_entry, i);
		yaml_put_break(buf, inner.column);
		yaml_put_line(buf, entry->key);
		buf_add_char(buf, ':');
		yaml_put_value(buf, entry->value, inner);
	}
}

void
yaml_put_value(struct buf *buf, const struct value *value, struct yaml_put_place place)
{
	bool is_open = value->items.count > 0;
	if (value->kind == VALUE_LIST && is_open) {
		put_items(buf, value, place);
	} else if (value->kind == VALUE_MAP && is_open) {
		put_entries(buf, value, place);
	} else if (value->kind == VALUE_STRING) {
		buf_add_char(buf, ' ');
		yaml_put_text(buf, value->text, place);
	} else {
		buf_add_char(buf, ' ');
		buf_add(buf,
			value->kind == VALUE_LIST           ? STR("[]")
				: value->kind == VALUE_MAP  ? STR("{}")
				: value->kind == VALUE_NULL ? STR("null")
							    : value->text);
	}
}
