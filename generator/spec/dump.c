#include "spec/dump.h"

#include <inttypes.h>
#include <stdio.h>

void
dump_number(struct json *json, const struct number *number)
{
	const int64_t exact = INT64_C(1) << 53;
	char digits[NUMBER_DIGITS];
	struct str shown = number_str(number, digits);
	bool is_exact = number->kind == NUMBER_SIGNED && number->integer >= -exact &&
		number->integer <= exact;
	if (is_exact) {
		json_raw(json, shown);
	} else {
		json_string(json, shown);
	}
}

static void
dump_range(struct json *json, const struct range *range)
{
	json_open(json, '[');
	dump_number(json, &range->low);
	dump_number(json, &range->high);
	json_close(json, ']');
}

/* Free data as JSON; numbers are strings, as they were spelt. */
static void
add_value(struct json *json, const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
		json_raw(json, STR("null"));
		break;
	case VALUE_BOOL:
		json_raw(json, value->text);
		break;
	case VALUE_NUMBER:
	case VALUE_STRING:
		json_string(json, value->text);
		break;
	case VALUE_LIST:
		json_open(json, '[');
		for (uint32_t i = 0; i < value->items.count; i++) {
			add_value(json, VEC_AT(&value->items, struct value *, i));
		}
		json_close(json, ']');
		break;
	case VALUE_MAP:
		json_open(json, '{');
		for (uint32_t i = 0; i < value->items.count; i++) {
			const struct value_entry *entry =
				&VEC_AT(&value->items, struct value_entry, i);
			json_key(json, entry->key);
			add_value(json, entry->value);
		}
		json_close(json, '}');
		break;
	}
}

static bool
is_shown(const struct record *record, const struct field *field)
{
	return !(field->flags & (FIELD_HIDDEN | FIELD_KEY)) && field_is_own(record, field);
}

/* The one field that stands for a record in its short form, or NULL if it needs its map. */
static const struct field *
short_field(const struct record *record, const void *base)
{
	const struct field *only = NULL;
	for (uint16_t i = 0; record->short_form != NULL && i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (!is_shown(record, field) ||
			!field_is_present(field, field_value(record, field, base))) {
			continue;
		}
		if (only != NULL) {
			return NULL;
		}
		only = field;
	}
	return only;
}

static void
dump_any_form(struct json *json, const struct record *record, const void *base)
{
	const struct field *field = short_field(record, base);
	if (field == NULL) {
		dump_record(json, record, base);
	} else {
		dump_field(json, field, field->kind, field_value(record, field, base));
	}
}

static void
dump_list(struct json *json, const struct field *field, const struct vec *vec)
{
	json_open(json, '[');
	for (uint32_t i = 0; i < vec->count; i++) {
		const void *item =
			(const char *)vec->items + i * field_element_size(field->element);
		if (field->element == FIELD_RECORD) {
			dump_any_form(json, field->record, *(const void *const *)item);
		} else {
			dump_field(json, field, field->element, item);
		}
	}
	json_close(json, ']');
}

static void
dump_map(struct json *json, const struct field *field, const struct vec *vec)
{
	json_open(json, '{');
	for (uint32_t i = 0; i < vec->count; i++) {
		const void *item = VEC_AT(vec, void *, i);
		const struct field *key = &field->record->fields[0];
		const struct text *name = field_value(field->record, key, item);
		json_key(json, text_str(*name));
		dump_any_form(json, field->record, item);
	}
	json_close(json, '}');
}

static void
dump_record_field(struct json *json, const struct field *field, const void *value)
{
	if (field->flags & FIELD_POINTER) {
		value = *(const void *const *)value;
	}
	dump_any_form(json, field->record, value);
}

static void
dump_count(struct json *json, uint32_t count)
{
	char digits[NUMBER_DIGITS];
	int length = snprintf(digits, sizeof(digits), "%" PRIu32, count);
	json_raw(json, (struct str){digits, (size_t)length});
}

void
dump_field(struct json *json, const struct field *field, uint8_t kind, const void *value)
{
	switch ((enum field_kind)kind) {
	case FIELD_INT:
	case FIELD_CODE:
		dump_number(json, value);
		break;
	case FIELD_COUNT:
		dump_count(json, *(const uint32_t *)value);
		break;
	case FIELD_BOOL:
		json_bool(json, *(const bool *)value);
		break;
	case FIELD_CHOICE:
		json_string(json, field_choice(field, *(const uint8_t *)value));
		break;
	case FIELD_RANGE:
		dump_range(json, value);
		break;
	case FIELD_RECORD:
		dump_record_field(json, field, value);
		break;
	case FIELD_LIST:
		dump_list(json, field, value);
		break;
	case FIELD_MAP:
		dump_map(json, field, value);
		break;
	case FIELD_ANY:
		add_value(json, *(const struct value *const *)value);
		break;
	default: /* the kinds of texts */
		json_string(json, text_str(*(const struct text *)value));
		break;
	}
}

void
dump_record(struct json *json, const struct record *record, const void *base)
{
	json_open(json, '{');
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const void *value = field_value(record, field, base);
		bool is_there = field_is_present(field, value) ||
			(field->kind == FIELD_MAP && (field->flags & FIELD_REQUIRED));
		if (is_shown(record, field) && is_there) {
			json_key(json, field->key);
			dump_field(json, field, field->kind, value);
		}
	}
	json_close(json, '}');
}
