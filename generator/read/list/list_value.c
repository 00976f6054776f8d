#include "read/list/list_value.h"

/* The end of the string whose opening quote stands at `at`. */
static size_t
string_end(struct str text, size_t at)
{
	for (at++; at < text.length && text.data[at] != '"'; at++) {
		at += text.data[at] == '\\';
	}
	return at < text.length ? at + 1 : text.length;
}

/* The end of the list or map whose bracket stands at `at`. */
static size_t
nested_end(struct str text, size_t at)
{
	size_t depth = 0;
	while (at < text.length) {
		char c = text.data[at];
		if (c == '"') {
			at = string_end(text, at);
			continue;
		}
		depth += c == '[' || c == '{';
		depth -= c == ']' || c == '}';
		at++;
		if (depth == 0) {
			break;
		}
	}
	return at;
}

/* What stands as it reads, within quotes perhaps, or else the rest of the line. */
static struct str
raw_of_yaml(const struct list_rows *rows, const struct value *value)
{
	struct str rest = str_skip(rows->text, value->at);
	bool is_scalar = list_value_is_scalar(value);
	if (is_scalar && str_starts(rest, value->text)) {
		return str_head(rest, value->text.length);
	}
	if (is_scalar && rest.length > 1 && str_starts(str_skip(rest, 1), value->text)) {
		return str_head(str_skip(rest, 1), value->text.length);
	}
	return str_head(rest, str_find(rest, 0, '\n'));
}

struct str
list_value_raw(const struct list_rows *rows, const struct value *value)
{
	struct str text = rows->text;
	bool is_nested = value->kind == VALUE_LIST || value->kind == VALUE_MAP;
	size_t end = value->at + value->text.length;
	if (rows->is_yaml) {
		return raw_of_yaml(rows, value);
	}
	if (value->kind == VALUE_STRING) {
		end = string_end(text, value->at);
	} else if (is_nested) {
		end = nested_end(text, value->at);
	}
	return (struct str){text.data + value->at, end - value->at};
}

bool
list_value_is_scalar(const struct value *value)
{
	return value->kind == VALUE_STRING || value->kind == VALUE_NUMBER ||
		value->kind == VALUE_BOOL;
}

struct found_value
list_value_scalar(const struct list_rows *rows, const struct value *value)
{
	if (value == NULL || !list_value_is_scalar(value) || value->text.length == 0) {
		return (struct found_value){0};
	}
	struct str raw = list_value_raw(rows, value);
	if (value->kind == VALUE_STRING && !rows->is_yaml) {
		raw = (struct str){raw.data + 1, raw.length - 2};
	}
	struct found_value found = list_rows_value(rows, raw);
	found.text = value->text;
	return found;
}

struct found_value
list_value_key(const struct list_rows *rows, struct str key, const struct value *value)
{
	const char *start = rows->text.data, *end = start + rows->text.length;
	bool is_slice = key.data >= start && key.data < end;
	struct found_value found = {.text = key, .at = value->at, .length = 1};
	return is_slice && key.length > 0 ? list_rows_value(rows, key) : found;
}

static bool
are_scalars(const struct value *list)
{
	for (uint32_t i = 0; i < list->items.count; i++) {
		if (!list_value_is_scalar(VEC_AT(&list->items, struct value *, i))) {
			return false;
		}
	}
	return list->items.count > 0;
}

struct found_value
list_value_prose(const struct list_rows *rows, const struct value *value)
{
	const struct value *items =
		value->kind == VALUE_MAP ? value_get(value, STR("items")) : value;
	if (items == NULL || items->kind != VALUE_LIST || !are_scalars(items)) {
		return list_value_scalar(rows, value);
	}
	struct arena *arena = rows->load->arena;
	struct found_list *list = arena_alloc(arena, sizeof(*list));
	struct found_value lead =
		list_value_scalar(rows, value == items ? NULL : value_get(value, STR("lead")));
	list->lead_text = lead.text;
	list->lead_at = lead.at;
	for (uint32_t i = 0; i < items->items.count; i++) {
		VEC_PUSH(&list->items, arena, struct found_value,
			list_value_scalar(rows, VEC_AT(&items->items, struct value *, i)));
	}
	struct found_value found = list_rows_value(rows, list_value_raw(rows, value));
	found.list = list;
	return found;
}

struct found_value
list_value_any(const struct list_rows *rows, const struct value *value)
{
	bool is_nested = value->kind == VALUE_LIST || value->kind == VALUE_MAP;
	if (!is_nested) {
		return list_value_scalar(rows, value);
	}
	struct found_value found = list_rows_value(rows, list_value_raw(rows, value));
	found.writing = WRITTEN_JSON;
	return rows->is_yaml ? (struct found_value){0} : found;
}
