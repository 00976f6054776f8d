#include "audit/audit_plain.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "read/entity.h"

static const char PUNCTUATION[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/* Appends a character; blanks become one, and none at the start. No text of a spec has controls. */
static void
add_char(struct buf *buf, char c)
{
	bool is_control = (unsigned char)c < ' ' || c == 0x7F;
	if (!str_is_space(c) && !is_control) {
		buf_add_char(buf, c);
	} else if (!str_is_space(c)) {
		return;
	} else if (buf->length > 0 && buf->data[buf->length - 1] != ' ') {
		buf_add_char(buf, ' ');
	}
}

/* Appends what an entity stands for and returns its length; 0 where there is none. */
static size_t
add_entity(struct buf *buf, struct str text)
{
	uint32_t character;
	size_t length = entity_read(text, &character);
	if (length > 0 && text.data[1] == '#') {
		utf8_encode(buf, character);
	} else if (length > 0) {
		add_char(buf, (char)character);
	}
	return length;
}

/* Length of a <br> in any of its spellings, or 0. */
static size_t
break_length(struct str text)
{
	size_t end = str_find(text, 0, '>');
	if (end == text.length || end > 8 || end < 3) {
		return 0;
	}
	struct str name = str_head(str_skip(text, 1), end - 1);
	while (name.length > 0 &&
		(str_is_space(name.data[name.length - 1]) || name.data[name.length - 1] == '/')) {
		name.length--;
	}
	return str_equal_fold(name, STR("br")) ? end + 1 : 0;
}

/* Length of the marker of a list's item, with the blank behind it; 0 where there is none. */
static size_t
marker_length(struct str text)
{
	size_t at = 0;
	while (at < text.length && at < 9 && str_is_digit(text.data[at])) {
		at++;
	}
	bool is_marker = at < text.length &&
		(at > 0 ? text.data[at] == '.' || text.data[at] == ')'
			: text.data[at] == '-' || text.data[at] == '*' || text.data[at] == '+');
	return is_marker && at + 1 < text.length && str_is_space(text.data[at + 1]) ? at + 2 : 0;
}

/* Takes what begins a line: blanks, and the marker of an item. */
static size_t
line_start(struct str text, size_t at)
{
	while (at < text.length && str_is_space(text.data[at])) {
		at++;
	}
	return at + marker_length(str_skip(text, at));
}

/* How markup is read. */
struct markup {
	bool is_html; /* backslashes stand for themselves */
	bool keeps_markers;
};

/* One step through markup: what was taken of `text` from `at` on. */
static size_t
step(struct buf *buf, struct str text, size_t at, struct markup markup)
{
	struct str rest = str_skip(text, at);
	size_t taken = rest.data[0] == '&' ? add_entity(buf, rest) : 0;
	size_t broken = rest.data[0] == '<' ? break_length(rest) : 0;
	if (taken > 0) {
		return taken;
	}
	if (broken > 0 || rest.data[0] == '\n') {
		add_char(buf, ' ');
		size_t next = at + (broken > 0 ? broken : 1);
		return (markup.keeps_markers ? next : line_start(text, next)) - at;
	}
	bool is_escape = !markup.is_html && rest.data[0] == '\\' && rest.length > 1 &&
		rest.data[1] != '\0' && strchr(PUNCTUATION, rest.data[1]) != NULL;
	add_char(buf, rest.data[is_escape]);
	return is_escape ? 2 : 1;
}

static void
add_markup(struct buf *buf, struct str text, struct markup markup)
{
	add_char(buf, ' ');
	for (size_t at = markup.keeps_markers ? 0 : line_start(text, 0); at < text.length;) {
		at += step(buf, text, at, markup);
	}
}

static void
add_plain(struct buf *buf, struct str text)
{
	add_char(buf, ' ');
	for (size_t i = 0; i < text.length; i++) {
		add_char(buf, text.data[i]);
	}
}

/* Whether a text says something: it has a letter or digit of any script. */
static bool
says_something(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];
		bool is_foreign = c >= 0xC3 && c != 0xE2; /* those begin letters, not dashes */
		if (str_is_letter((char)c) || str_is_digit((char)c) || is_foreign) {
			return true;
		}
	}
	return false;
}

static struct str
finish(struct arena *arena, struct buf *buf)
{
	struct str text = arena_copy(arena, str_trim(buf_str(buf)));
	buf_free(buf);
	return says_something(text) ? text : str_head(text, 0);
}

static void
add_value(struct buf *buf, const struct found_value *value)
{
	if (value->writing == WRITTEN_PLAIN) {
		add_plain(buf, value->text);
	} else {
		add_markup(
			buf, value->text, (struct markup){value->writing == WRITTEN_HTML, false});
	}
}

struct str
audit_plain_value(struct arena *arena, const struct found_value *value)
{
	struct buf buf = {0};
	if (value->list == NULL) {
		add_value(&buf, value);
		return finish(arena, &buf);
	}
	struct found_value lead = {.text = value->list->lead_text, .writing = value->writing};
	add_value(&buf, &lead);
	for (uint32_t i = 0; i < value->list->items.count; i++) {
		add_value(&buf, &VEC_AT(&value->list->items, struct found_value, i));
	}
	return finish(arena, &buf);
}

struct str
audit_plain_marked(struct arena *arena, const struct found_value *value)
{
	struct buf buf = {0};
	if (value->writing == WRITTEN_PLAIN) {
		add_plain(&buf, value->text);
	} else {
		add_markup(
			&buf, value->text, (struct markup){value->writing == WRITTEN_HTML, true});
	}
	return finish(arena, &buf);
}

struct str
audit_plain_text(struct arena *arena, struct text text)
{
	struct buf buf = {0};
	add_plain(&buf, text_str(text));
	return finish(arena, &buf);
}

struct str
audit_plain_markdown(struct arena *arena, struct text text)
{
	struct buf buf = {0};
	add_markup(&buf, text_str(text), (struct markup){false, false});
	return finish(arena, &buf);
}

struct str
audit_plain_prose(struct arena *arena, const struct prose *prose)
{
	struct buf buf = {0};
	for (uint32_t i = 0; prose->shape != PROSE_ABSENT && i < prose_count(prose); i++) {
		add_markup(&buf, text_str(prose_at(prose, i)), (struct markup){false, false});
	}
	return finish(arena, &buf);
}

struct str
audit_plain_bytes(struct arena *arena, const struct prose *prose)
{
	struct buf buf = {0};
	for (uint32_t i = 0; prose->shape != PROSE_ABSENT && i < prose_count(prose); i++) {
		add_plain(&buf, text_str(prose_at(prose, i)));
	}
	return finish(arena, &buf);
}
