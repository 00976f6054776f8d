#include "read/list/list_tree.h"

#include "read/list/list_columns.h"
#include "read/list/list_value.h"
#include "base/utf8.h"
#include "data/json_read.h"
#include "data/value_read.h"
#include "errspec.h"

/* A list of records, or a map of them by their codes or names. */
struct tree_table {
	struct list_rows *rows;
	const struct value *value;
	struct table keys; /* of all records: where each stands in `columns` */
	struct vec columns; /* struct list_column */
	struct list_column key_column; /* of a map: what the records' own keys are */
};

/* How many records a list or map has; 0 if not all of it is records. */
static uint32_t
count_of_records(const struct value *value)
{
	bool is_map = value->kind == VALUE_MAP;
	for (uint32_t i = 0; i < value->items.count; i++) {
		const struct value *item = is_map
			? VEC_AT(&value->items, struct value_entry, i).value
			: VEC_AT(&value->items, struct value *, i);
		if (item->kind != VALUE_MAP) {
			return 0;
		}
	}
	return value->items.count;
}

/* Record `index` and, in a map, its key. */
static struct value_entry
record_at(const struct value *value, uint32_t index)
{
	if (value->kind == VALUE_MAP) {
		return VEC_AT(&value->items, struct value_entry, index);
	}
	return (struct value_entry){.value = VEC_AT(&value->items, struct value *, index)};
}

static void
add_columns_of(struct tree_table *table, const struct value *record)
{
	struct arena *arena = &table->rows->scratch;
	for (uint32_t i = 0; i < record->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&record->items, struct value_entry, i);
		uint32_t next = table->columns.count;
		if (table_put(&table->keys, arena, entry->key, next) == TABLE_NONE) {
			struct list_column *column =
				vec_add(&table->columns, arena, sizeof(*column));
			column->heading = list_value_key(table->rows, entry->key, entry->value);
		}
	}
}

/* The column of that role, or NULL. */
static const struct list_column *
column_of(const struct tree_table *table, uint8_t role)
{
	for (uint32_t i = 0; i < table->columns.count; i++) {
		const struct list_column *column = &VEC_AT(&table->columns, struct list_column, i);
		if (column->role == role) {
			return column;
		}
	}
	return NULL;
}

static bool
has_text_column(const struct tree_table *table)
{
	return column_of(table, FOUND_MESSAGE) != NULL || column_of(table, FOUND_TITLE) != NULL ||
		column_of(table, FOUND_DESCRIPTION) != NULL;
}

/* Tells what the keys of the records are; false if no part of them is a code. */
static bool
tell(struct tree_table *table)
{
	for (uint32_t i = 0; i < table->value->items.count; i++) {
		add_columns_of(table, record_at(table->value, i).value);
	}
	bool has_code = list_columns_tell(table->rows, table->columns.items, table->columns.count);
	bool is_map = table->value->kind == VALUE_MAP;
	table->key_column.role = FOUND_NO_ROLE;
	if (is_map && !has_code && has_text_column(table)) {
		table->key_column.role = FOUND_CODE;
	} else if (is_map && has_code && column_of(table, FOUND_NAME) == NULL) {
		table->key_column.role = FOUND_NAME;
	}
	return has_code || table->key_column.role == FOUND_CODE;
}

/* The value as its column wants it. */
static struct found_value
value_of(
	const struct tree_table *table, const struct list_column *column, const struct value *value)
{
	struct list_rows *rows = table->rows;
	if (column->other.length > 0) {
		return list_value_any(rows, value);
	}
	bool is_prose = column->role == FOUND_CAUSES || column->role == FOUND_ACTIONS;
	struct found_value found =
		is_prose ? list_value_prose(rows, value) : list_value_scalar(rows, value);
	bool is_nested = value->kind == VALUE_LIST || value->kind == VALUE_MAP;
	if (is_nested && found.text.data == NULL && column->role != FOUND_NO_ROLE &&
		value->items.count > 0) {
		DIAG_PLAIN(rows->load->sink, ERRSPEC_LIST_VALUE,
			list_rows_span(rows, list_value_raw(rows, value)));
	}
	return found;
}

static bool
add_record(struct tree_table *table, const struct value_entry *record)
{
	struct list_rows *rows = table->rows;
	struct found_code *code = arena_alloc(rows->load->arena, sizeof(*code));
	struct span span = list_rows_span(rows, list_value_raw(rows, record->value));
	code->at = span.at;
	code->length = span.length;
	if (table->key_column.role != FOUND_NO_ROLE) {
		found_set(rows->load->arena, code, table->key_column.role,
			list_value_key(rows, record->key, record->value));
	}
	const struct vec *items = &record->value->items;
	for (uint32_t i = 0; i < items->count; i++) {
		const struct value_entry *entry = &VEC_AT(items, struct value_entry, i);
		const struct list_column *column = &VEC_AT(
			&table->columns, struct list_column, table_get(&table->keys, entry->key));
		list_columns_put(rows, column, code, value_of(table, column, entry->value));
	}
	if (found_value(code, FOUND_CODE)->text.data == NULL) {
		DIAG_PLAIN(rows->load->sink, ERRSPEC_LIST_NO_CODE, span);
		return true;
	}
	return list_rows_add(rows, code);
}

/* Reads a list or map of records; false if it is none or has no codes. */
static bool
read_records(struct list_rows *rows, const struct value *value)
{
	struct tree_table table = {.rows = rows, .value = value};
	uint32_t count = count_of_records(value);
	if (count == 0 || !tell(&table)) {
		return false;
	}
	list_columns_report(rows, table.columns.items, table.columns.count);
	for (uint32_t i = 0; i < count; i++) {
		struct value_entry record = record_at(value, i);
		if (!add_record(&table, &record)) {
			break;
		}
	}
	return true;
}

/* Reads a record that stands alone; false if it is none. */
static bool
read_record(struct list_rows *rows, const struct value *value)
{
	const struct value *code = value_get(value, STR("code"));
	struct value list = {.kind = VALUE_LIST, .at = value->at};
	if (code == NULL || !list_value_is_scalar(code)) {
		return false;
	}
	VEC_PUSH(&list.items, &rows->scratch, const struct value *, value);
	return read_records(rows, &list);
}

/* Whether a key is a code beyond doubt: letters, digits, dots and signs, and a digit among them. */
static bool
is_code_like(struct str key)
{
	bool has_digit = false;
	for (size_t i = 0; i < key.length; i++) {
		char c = key.data[i];
		has_digit = has_digit || str_is_digit(c);
		if (!str_is_digit(c) && !str_is_letter(c) && strchr("._-+", c) == NULL) {
			return false;
		}
	}
	return has_digit;
}

/* Whether a map's keys are codes and its values texts; or, in reverse, names and numbers. */
static bool
is_plain(const struct value *map, bool is_reverse)
{
	for (uint32_t i = 0; i < map->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&map->items, struct value_entry, i);
		bool fits = is_reverse
			? str_is_name(entry->key) && entry->value->kind == VALUE_NUMBER
			: is_code_like(entry->key) && entry->value->kind == VALUE_STRING;
		if (!fits) {
			return false;
		}
	}
	return map->items.count > 1;
}

/* Reads a map from codes to texts or from names to numbers; false if it is none. */
static bool
read_plain(struct list_rows *rows, const struct value *map)
{
	bool is_reverse = is_plain(map, true);
	if (!is_reverse && !is_plain(map, false)) {
		return false;
	}
	for (uint32_t i = 0; i < map->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&map->items, struct value_entry, i);
		struct found_code *code = arena_alloc(rows->load->arena, sizeof(*code));
		struct found_value key = list_value_key(rows, entry->key, entry->value);
		struct found_value value = list_value_scalar(rows, entry->value);
		found_set(rows->load->arena, code, is_reverse ? FOUND_NAME : FOUND_CODE, key);
		found_set(rows->load->arena, code, is_reverse ? FOUND_CODE : FOUND_MESSAGE, value);
		code->at = key.at;
		struct str raw = list_value_raw(rows, entry->value);
		code->length = entry->value->at + (uint32_t)raw.length - key.at;
		if (!list_rows_add(rows, code)) {
			break;
		}
	}
	return true;
}

/* What a map calls itself; absent if it does not. */
static struct found_value
title_of(const struct list_rows *rows, const struct value *map)
{
	static const struct str keys[] = {STR_INIT("module"), STR_INIT("title"), STR_INIT("name")};
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const struct value *title = value_get(map, keys[i]);
		if (title != NULL && title->kind == VALUE_STRING) {
			return list_value_scalar(rows, title);
		}
	}
	for (uint32_t i = 0; i < map->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&map->items, struct value_entry, i);
		if (str_ends(entry->key, STR("_name")) && entry->value->kind == VALUE_STRING) {
			return list_value_scalar(rows, entry->value);
		}
	}
	return (struct found_value){0};
}

static void walk(struct list_rows *rows, const struct value *value, struct found_value title);

/* Whether a key says of what stands under it no more than that it is a table of codes. */
static bool
is_general(struct str key)
{
	static const struct str keys[] = {STR_INIT("codes"), STR_INIT("errors"),
		STR_INIT("catch_all"), STR_INIT("messages"), STR_INIT("items"),
		STR_INIT("entries")};
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (str_equal_fold(key, keys[i])) {
			return true;
		}
	}
	return false;
}

static void
walk_map(struct list_rows *rows, const struct value *map)
{
	struct found_value own = title_of(rows, map);
	const struct value *type = value_get(map, STR("type")),
			   *module = value_get(map, STR("module"));
	rows->module = list_value_scalar(rows, module).text;
	rows->is_text = module != NULL && type != NULL && str_equal(type->text, STR("string"));
	for (uint32_t i = 0; i < map->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&map->items, struct value_entry, i);
		struct found_value key = list_value_key(rows, entry->key, entry->value);
		bool is_own = own.text.data != NULL && is_general(entry->key);
		walk(rows, entry->value, is_own ? own : key);
	}
}

static void
walk(struct list_rows *rows, const struct value *value, struct found_value title)
{
	bool is_map = value->kind == VALUE_MAP;
	if (!is_map && value->kind != VALUE_LIST) {
		return;
	}
	list_rows_group(rows, title);
	rows->space->group->is_module =
		title.text.data == rows->module.data && title.text.data != NULL;
	if (is_map && (read_record(rows, value) || read_plain(rows, value))) {
		return;
	}
	if (read_records(rows, value)) {
		return;
	}
	if (is_map) {
		walk_map(rows, value);
		return;
	}
	for (uint32_t i = 0; i < value->items.count; i++) {
		walk(rows, VEC_AT(&value->items, struct value *, i), title);
	}
}

static void
read_tree(struct list_rows *rows, const struct value *value)
{
	if (value->kind == VALUE_MAP) {
		rows->found->title = list_value_scalar(rows, value_get(value, STR("title")));
		rows->found->intro = list_value_scalar(rows, value_get(value, STR("intro")));
	}
	walk(rows, value, (struct found_value){0});
}

bool
list_tree_read_json(struct list_rows *rows)
{
	struct load *load = rows->load;
	const struct value *value = json_read(
		&rows->scratch, load->arena, load->sink, load->limits, rows->found->source);
	if (value != NULL) {
		read_tree(rows, value);
	}
	return value != NULL;
}

/* A place in a text, in characters and in bytes. */
struct byte_place {
	struct str text;
	uint32_t characters;
	size_t bytes;
};

/* Makes bytes of a position in characters that is not before the last one. */
static uint32_t
bytes_of(struct byte_place *place, uint32_t characters)
{
	while (place->characters < characters && place->bytes < place->text.length) {
		size_t length;
		utf8_decode(str_skip(place->text, place->bytes), &length);
		place->bytes += length;
		place->characters++;
	}
	return (uint32_t)place->bytes;
}

/* Makes bytes of the positions of a value and all below it, in the order of the text. */
static void
count_in_bytes(struct byte_place *place, struct value *value)
{
	bool is_map = value->kind == VALUE_MAP;
	value->at = bytes_of(place, value->at);
	for (uint32_t i = 0; i < value->items.count; i++) {
		count_in_bytes(place,
			is_map ? VEC_AT(&value->items, struct value_entry, i).value
			       : VEC_AT(&value->items, struct value *, i));
	}
}

bool
list_tree_read_yaml(struct list_rows *rows)
{
	struct load *load = rows->load;
	struct source_set *sources = load->sink->sources;
	struct value *value;
	uint32_t source = source_add(sources, source_get(sources, rows->found->source)->path,
		rows->text, SOURCE_CHARACTERS);
	struct yaml *yaml =
		yaml_open_text(load->arena, load->sink, load->limits, rows->text, source);
	bool is_sound = yaml_next(yaml)->kind != YAML_ERROR &&
		value_read_yaml(load->arena, load->sink, yaml, source, false, &value) &&
		yaml_next(yaml)->kind == YAML_END;
	yaml_close(yaml);
	if (is_sound) {
		bool has_mark = str_starts(rows->text, STR("\xEF\xBB\xBF"));
		count_in_bytes(
			&(struct byte_place){.text = rows->text, .bytes = has_mark ? 3 : 0}, value);
		rows->is_yaml = true;
		read_tree(rows, value);
	}
	return is_sound;
}
