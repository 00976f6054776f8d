#include "data/json_read.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "errspec.h"

/* Deeper than any limit may allow: reading goes down by recursion. */
enum { DEPTH_MAX = 4096 };

struct json_reader {
	struct arena *arena;
	struct arena *texts; /* of strings that had escapes */
	struct diag_sink *sink;
	const struct limits *limits;
	uint32_t source;
	struct str text;
	size_t at;
	uint64_t depth;
};

static bool read_value(struct json_reader *reader, struct value *value);

static bool
fail(struct json_reader *reader, size_t at, struct str problem)
{
	struct span span = {reader->source, (uint32_t)at, 1};
	DIAG(reader->sink, ERRSPEC_JSON_SYNTAX, span, problem);
	return false;
}

static bool
fail_limit(struct json_reader *reader, size_t at, enum limit limit)
{
	struct span span = {reader->source, (uint32_t)at, 1};
	diag_limit(reader->sink, limit, reader->limits->value[limit], span,
		source_get(reader->sink->sources, reader->source)->path);
	return false;
}

/* The next byte that is not blank; 0 at the end. */
static char
peek(struct json_reader *reader)
{
	for (; reader->at < reader->text.length; reader->at++) {
		char c = reader->text.data[reader->at];
		if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
			return c;
		}
	}
	return '\0';
}

/* Four hexadecimal digits; UTF8_INVALID where there are fewer. */
static uint32_t
read_hex(struct json_reader *reader)
{
	uint32_t number = 0;
	if (reader->text.length - reader->at < 4) {
		return UTF8_INVALID;
	}
	for (int i = 0; i < 4; i++) {
		char c = str_to_lower(reader->text.data[reader->at++]);
		bool is_letter = c >= 'a' && c <= 'f';
		if (!str_is_digit(c) && !is_letter) {
			return UTF8_INVALID;
		}
		number = number << 4 | (uint32_t)(is_letter ? c - 'a' + 10 : c - '0');
	}
	return number;
}

/* The character behind \u, with the second half of a pair where it is the first. */
static bool
read_unicode(struct json_reader *reader, struct buf *buf)
{
	size_t start = reader->at - 2;
	uint32_t character = read_hex(reader);
	if (character >= 0xD800 && character <= 0xDBFF) {
		bool is_pair = str_starts(str_skip(reader->text, reader->at), STR("\\u"));
		reader->at += is_pair ? 2 : 0;
		uint32_t low = is_pair ? read_hex(reader) : 0;
		if (low < 0xDC00 || low > 0xDFFF) {
			return fail(reader, start, STR("half of a surrogate pair"));
		}
		character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
	} else if (character >= 0xDC00 && character <= 0xDFFF) {
		return fail(reader, start, STR("half of a surrogate pair"));
	}
	if (character == UTF8_INVALID) {
		return fail(reader, start, STR("\\u needs four hexadecimal digits"));
	}
	utf8_encode(buf, character);
	return true;
}

static bool
read_escape(struct json_reader *reader, struct buf *buf)
{
	static const char letters[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
	char c = reader->at < reader->text.length ? reader->text.data[reader->at] : '\0';
	const char *letter = c == '\0' ? NULL : strchr(letters, c);
	reader->at++;
	if (c == 'u') {
		return read_unicode(reader, buf);
	}
	if (letter == NULL) {
		return fail(reader, reader->at - 2, STR("no such escape"));
	}
	buf_add_char(buf, characters[letter - letters]);
	return true;
}

/* Bytes up to the next quote, backslash or control character, which are sound UTF-8. */
static bool
read_plain(struct json_reader *reader, struct str *plain)
{
	size_t start = reader->at, length;
	for (; reader->at < reader->text.length; reader->at += length) {
		unsigned char c = (unsigned char)reader->text.data[reader->at];
		length = 1;
		if (c == '"' || c == '\\' || c < 0x20) {
			break;
		}
		if (c >= 0x80 &&
			utf8_decode(str_skip(reader->text, reader->at), &length) == UTF8_INVALID) {
			return fail(reader, reader->at, STR("not UTF-8"));
		}
	}
	*plain = (struct str){reader->text.data + start, reader->at - start};
	return true;
}

/* The rest of a string that has escapes. */
static bool
read_escaped(struct json_reader *reader, size_t start, struct str plain, struct buf *buf)
{
	buf_add(buf, plain);
	while (reader->at < reader->text.length && reader->text.data[reader->at] == '\\') {
		reader->at++;
		if (!read_escape(reader, buf) || !read_plain(reader, &plain)) {
			return false;
		}
		buf_add(buf, plain);
	}
	if (reader->at == reader->text.length) {
		return fail(reader, start, STR("this string is never closed"));
	}
	return reader->text.data[reader->at] == '"' ||
		fail(reader, reader->at, STR("a control character in a string"));
}

/* A string whose opening quote is next. */
static bool
read_string(struct json_reader *reader, struct str *text)
{
	size_t start = reader->at++;
	struct str plain;
	if (!read_plain(reader, &plain)) {
		return false;
	}
	*text = plain;
	if (reader->at == reader->text.length || reader->text.data[reader->at] != '"') {
		struct buf buf = {0};
		bool is_sound = read_escaped(reader, start, plain, &buf);
		*text = buf_keep(reader->texts, &buf);
		if (!is_sound) {
			return false;
		}
	}
	reader->at++;
	return text->length <= reader->limits->value[LIMIT_SCALAR] ||
		fail_limit(reader, start, LIMIT_SCALAR);
}

static size_t
read_digits(struct json_reader *reader)
{
	size_t start = reader->at;
	while (reader->at < reader->text.length && str_is_digit(reader->text.data[reader->at])) {
		reader->at++;
	}
	return reader->at - start;
}

static bool
accept(struct json_reader *reader, const char *any_of)
{
	bool is_next = reader->at < reader->text.length && reader->text.data[reader->at] != '\0' &&
		strchr(any_of, reader->text.data[reader->at]) != NULL;
	reader->at += is_next;
	return is_next;
}

static bool
read_number(struct json_reader *reader, struct value *value)
{
	size_t start = reader->at;
	accept(reader, "-");
	bool has_zero = accept(reader, "0");
	bool is_sound = has_zero || read_digits(reader) > 0;
	if (is_sound && accept(reader, ".")) {
		is_sound = read_digits(reader) > 0;
	}
	if (is_sound && accept(reader, "eE")) {
		accept(reader, "+-");
		is_sound = read_digits(reader) > 0;
	}
	if (!is_sound || accept(reader, "0123456789")) {
		return fail(reader, start, STR("not a number"));
	}
	value->kind = VALUE_NUMBER;
	value->text = (struct str){reader->text.data + start, reader->at - start};
	return true;
}

static bool
read_word(struct json_reader *reader, struct value *value)
{
	static const struct str words[] = {STR_INIT("null"), STR_INIT("true"), STR_INIT("false")};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_starts(str_skip(reader->text, reader->at), words[i])) {
			reader->at += words[i].length;
			value->kind = i == 0 ? VALUE_NULL : VALUE_BOOL;
			value->text = i == 0 ? STR("") : words[i];
			return true;
		}
	}
	return fail(reader, reader->at, STR("a value is missing here"));
}

/* Whether another item comes; false at the end or, with `*failed`, where neither comes. */
static bool
goes_on(struct json_reader *reader, const struct value *value, char close, bool *failed)
{
	size_t start = reader->at;
	char c = peek(reader);
	bool is_first = value->items.count == 0;
	*failed = false;
	if (c == close) {
		reader->at++;
		return false;
	}
	if (!is_first && c != ',') {
		*failed = !fail(reader, c == '\0' ? value->at : reader->at,
			c == '\0' ? STR("this is never closed") : STR("a comma is missing here"));
		return false;
	}
	reader->at += !is_first;
	if (value->items.count >= reader->limits->value[LIMIT_ENTRIES]) {
		*failed = !fail_limit(reader, start, LIMIT_ENTRIES);
	}
	return !*failed;
}

static bool
read_list(struct json_reader *reader, struct value *value)
{
	bool failed;
	value->kind = VALUE_LIST;
	reader->at++;
	while (goes_on(reader, value, ']', &failed)) {
		struct value *item = arena_alloc(reader->arena, sizeof(*item));
		VEC_PUSH(&value->items, reader->arena, struct value *, item);
		if (!read_value(reader, item)) {
			return false;
		}
	}
	return !failed;
}

/* A key and its colon; the key must be new. */
static bool
read_key(struct json_reader *reader, const struct value *map, struct str *key)
{
	if (peek(reader) != '"') {
		return fail(reader, reader->at, STR("a key in quotes is missing here"));
	}
	size_t start = reader->at;
	if (!read_string(reader, key)) {
		return false;
	}
	if (value_get(map, *key) != NULL) {
		struct span span = {
			reader->source, (uint32_t)start, (uint32_t)(reader->at - start)};
		DIAG(reader->sink, ERRSPEC_DUPLICATE_KEY, span, *key);
		return false;
	}
	if (peek(reader) != ':') {
		return fail(reader, reader->at, STR("a colon is missing here"));
	}
	reader->at++;
	return true;
}

static bool
read_map(struct json_reader *reader, struct value *value)
{
	bool failed;
	value->kind = VALUE_MAP;
	reader->at++;
	while (goes_on(reader, value, '}', &failed)) {
		struct value *item = arena_alloc(reader->arena, sizeof(*item));
		struct str key;
		if (!read_key(reader, value, &key) || !read_value(reader, item)) {
			return false;
		}
		value_add(reader->arena, value, key, item);
	}
	return !failed;
}

static bool
read_nested(struct json_reader *reader, struct value *value, char bracket)
{
	uint64_t limit = reader->limits->value[LIMIT_DEPTH];
	if (++reader->depth > (limit < DEPTH_MAX ? limit : DEPTH_MAX)) {
		return fail_limit(reader, reader->at, LIMIT_DEPTH);
	}
	bool is_sound = bracket == '[' ? read_list(reader, value) : read_map(reader, value);
	reader->depth--;
	return is_sound;
}

static bool
read_value(struct json_reader *reader, struct value *value)
{
	char c = peek(reader);
	value->at = (uint32_t)reader->at;
	if (c == '[' || c == '{') {
		return read_nested(reader, value, c);
	}
	if (c == '"') {
		value->kind = VALUE_STRING;
		return read_string(reader, &value->text);
	}
	return c == '-' || str_is_digit(c) ? read_number(reader, value) : read_word(reader, value);
}

struct value *
json_read(struct arena *arena, struct arena *texts, struct diag_sink *sink,
	const struct limits *limits, uint32_t source)
{
	struct json_reader reader = {.arena = arena,
		.texts = texts,
		.sink = sink,
		.limits = limits,
		.source = source,
		.text = source_get(sink->sources, source)->text};
	struct value *value = arena_alloc(arena, sizeof(*value));
	if (!read_value(&reader, value)) {
		return NULL;
	}
	if (peek(&reader) != '\0' || reader.at < reader.text.length) {
		fail(&reader, reader.at, STR("something stands behind the value"));
		return NULL;
	}
	return value;
}
