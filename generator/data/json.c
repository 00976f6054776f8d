#include "data/json.h"

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

void
json_quote(struct buf *buf, struct str text)
{
	buf_add_char(buf, '"');
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];
		if (c == '"' || c == '\\') {
			buf_add_char(buf, '\\');
			buf_add_char(buf, (char)c);
		} else if (c == '\n') {
			buf_add(buf, STR("\\n"));
		} else if (c == '\t') {
			buf_add(buf, STR("\\t"));
		} else if (c < 0x20) {
			buf_format(buf, "\\u%04x", (unsigned)c);
		} else {
			buf_add_char(buf, (char)c);
		}
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
