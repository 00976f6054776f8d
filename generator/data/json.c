#include "data/json.h"

#include "base/obeyed.h"
#include "base/utf8.h"

static void
add_line(struct json *json)
{
	if (json->is_pretty) {
		buf_add_char(json->buf, '\n');
		for (unsigned i = 0; i < json->depth; i++) {
			buf_add(json->buf, STR("  "));
		}
	}
}

/* What stands before a value or a key. */
static void
separate(struct json *json)
{
	if (json->after_key) {
		json->after_key = false;
		return;
	}
	if (json->has_items) {
		buf_add(json->buf, json->is_pretty ? STR(",") : STR(", "));
	}
	json->has_items = true;
	if (json->depth > 0) {
		add_line(json);
	}
}

void
json_open(struct json *json, char bracket)
{
	separate(json);
	buf_add_char(json->buf, bracket);
	json->depth++;
	json->has_items = false;
}

void
json_close(struct json *json, char bracket)
{
	bool had_items = json->has_items;
	json->depth--;
	json->has_items = true; /* around it: this one */
	if (had_items) {
		add_line(json);
	}
	buf_add_char(json->buf, bracket);
}

/* A character by its UTF-16 units. */
static void
add_units(struct buf *buf, uint32_t character)
{
	if (character > 0xFFFF) {
		buf_format(buf, "\\u%04x", (unsigned)(0xD800 + ((character - 0x10000) >> 10)));
		character = 0xDC00 + ((character - 0x10000) & 0x3FF);
	}
	buf_format(buf, "\\u%04x", (unsigned)character);
}

/* Appends the character at `at` and returns its length in bytes. */
static size_t
add_character(struct buf *buf, struct str text, size_t at)
{
	size_t length;
	uint32_t character = utf8_decode(str_skip(text, at), &length);
	char c = text.data[at];
	if (character == UTF8_INVALID) {
		buf_format(buf, "\\\\x%02X", (unsigned)(unsigned char)c);
	} else if (c == '"' || c == '\\') {
		buf_add_char(buf, '\\');
		buf_add_char(buf, c);
	} else if (c == '\n' || c == '\t') {
		buf_add(buf, c == '\n' ? STR("\\n") : STR("\\t"));
	} else if (utf8_is_forbidden(character) || obeyed_at(text, at)) {
		add_units(buf, character);
	} else {
		buf_add(buf, (struct str){text.data + at, length});
	}
	return length;
}

void
json_quote(struct buf *buf, struct str text)
{
	buf_add_char(buf, '"');
	for (size_t at = 0; at < text.length;) {
		size_t length = obeyed_harmless(text, at);
		buf_add(buf, (struct str){text.data + at, length});
		at += length;
		at += at < text.length ? add_character(buf, text, at) : 0;
	}
	buf_add_char(buf, '"');
}

void
json_key(struct json *json, struct str key)
{
	separate(json);
	json_quote(json->buf, key);
	buf_add(json->buf, STR(": "));
	json->after_key = true;
}

void
json_string(struct json *json, struct str text)
{
	separate(json);
	json_quote(json->buf, text);
}

void
json_raw(struct json *json, struct str text)
{
	separate(json);
	buf_add(json->buf, text);
}

void
json_bool(struct json *json, bool value)
{
	json_raw(json, value ? STR("true") : STR("false"));
}

void
json_pair(struct json *json, struct str key, struct str text)
{
	json_key(json, key);
	json_string(json, text);
}
