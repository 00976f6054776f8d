/* JSON, written as a stream: commas and line breaks come by themselves. */
#ifndef ERRSPEC_DATA_JSON_H
#define ERRSPEC_DATA_JSON_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/* Set `buf` and `is_pretty`; the rest begins as zero. */
struct json {
	struct buf *buf;
	bool is_pretty; /* indented by two blanks, else all in one line */
	bool has_items; /* the object or list that is open has one already */
	bool after_key;
	unsigned depth;
};

/* The start and the end of an object or a list: '{' or '[', '}' or ']'. */
void json_open(struct json *json, char bracket);
void json_close(struct json *json, char bracket);

/* A key, which a value follows, and the values that are no numbers. */
void json_key(struct json *json, struct str key);
void json_string(struct json *json, struct str text);
void json_bool(struct json *json, bool value);

/* A number or another word that is JSON as it stands. */
void json_raw(struct json *json, struct str text);

/* json_key and json_string. */
void json_pair(struct json *json, struct str key, struct str text);

/* Appends `text` as a JSON string with its quotes, to any buffer. */
void json_quote(struct buf *buf, struct str text);

#endif
