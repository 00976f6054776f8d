#include "spec/write.h"

#include "spec/code.h"

enum { STEP = 2, LINE_MOST = 100 };

static void put_field(struct buf *buf, const struct field *field, uint8_t kind, const void *value,
	struct yaml_put_place place);

static bool
is_required_map(const struct field *field)
{
	return field->kind == FIELD_MAP && (field->flags & FIELD_REQUIRED);
}

static uint16_t count_written(const struct record *record, const void *base);

/* Whether people write this field, and `base` has it. */
static bool
is_written(const struct record *record, const struct field *field, const void *base)
{
	const void *value = field_value(record, field, base);
	if ((field->flags & (FIELD_DERIVED | FIELD_KEY)) || !field_is_present(field, value)) {
		return is_required_map(field) && !(field->flags & FIELD_DERIVED);
	}
	bool is_inside = field->kind == FIELD_RECORD && !(field->flags & FIELD_POINTER);
	return !is_inside || field->record->shape != 0 || count_written(field->record, value) > 0;
}

static uint16_t
count_written(const struct record *record, const void *base)
{
	uint16_t count = 0;
	for (uint16_t i = 0; i < record->count; i++) {
		count += is_written(record, &record->fields[i], base);
	}
	return count;
}

/* The field that stands for the whole record in one of its short forms; NULL if none can. */
static const struct field *
short_field(const struct record *record, const void *base)
{
	const struct record_short *forms = record->short_form;
	if (forms == NULL) {
		return NULL;
	}
	const struct field *const fields[] = {forms->scalar, forms->scalar_block, forms->list};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		const struct field *field = fields[i];
		if (field == NULL || !field_is_present(field, field_value(record, field, base))) {
			continue;
		}
		if (count_written(record, base) == is_written(record, field, base)) {
			return field;
		}
	}
	return NULL;
}

static void
put_digits(struct buf *buf, const struct number *number)
{
	char digits[NUMBER_DIGITS];
	if (number->kind == NUMBER_RELATIVE) {
		buf_format(buf, "base+%llu", (unsigned long long)number->natural);
	} else if (number->kind == NUMBER_STRING) {
		yaml_put_quoted(buf, text_str(*number->string));
	} else {
		buf_add(buf, number_written(number, digits));
	}
}

static void
put_range(struct buf *buf, const struct range *range)
{
	put_digits(buf, &range->low);
	if (number_compare(&range->low, &range->high) != 0) {
		buf_add_char(buf, '-');
		put_digits(buf, &range->high);
	}
}

/* A record behind a key. */
static void
put_any_form(
	struct buf *buf, const struct record *record, const void *base, struct yaml_put_place place)
{
	const struct field *field = short_field(record, base);
	if (field != NULL) {
		put_field(buf, field, field->kind, field_value(record, field, base), place);
	} else if (count_written(record, base) == 0) {
		buf_add(buf, STR(" {}"));
	} else {
		buf_add_char(buf, '\n');
		place.column += place.step;
		write_record(buf, record, base, place);
		buf->length--; /* whoever asked ends the line */
	}
}

/* A record behind a dash: its first key stands in the line of the dash. */
static void
put_record_item(
	struct buf *buf, const struct record *record, const void *base, struct yaml_put_place place)
{
	struct buf lines = {0};
	write_record(&lines, record, base, (struct yaml_put_place){place.column + 2, place.step});
	buf_add_char(buf, ' ');
	if (lines.length == 0) {
		buf_add(buf, STR("{}"));
	} else {
		struct str said = str_head(buf_str(&lines), lines.length - 1);
		buf_add(buf, str_skip(said, place.column + 2));
	}
	buf_free(&lines);
}

static const void *
item_at(const struct field *field, const struct vec *vec, uint32_t index)
{
	return (const char *)vec->items + index * field_element_size(field->element);
}

/* Whether a list is so short, and of such elements, that it stands in one line. */
static bool
put_flow(struct buf *buf, const struct field *field, const struct vec *vec, unsigned column)
{
	if (field->element != FIELD_NAME && field->element != FIELD_RANGE) {
		return false;
	}
	struct buf line = {0};
	for (uint32_t i = 0; i < vec->count; i++) {
		put_field(&line, field, field->element, item_at(field, vec, i),
			(struct yaml_put_place){0});
		buf_add(&line, i + 1 < vec->count ? STR(",") : STR(""));
	}
	bool fits = column + field->key.length + line.length + 4 <= LINE_MOST;
	if (fits) {
		buf_add(buf, STR(" ["));
		buf_add(buf, str_skip(buf_str(&line), 1));
		buf_add_char(buf, ']');
	}
	buf_free(&line);
	return fits;
}

static void
put_list(struct buf *buf, const struct field *field, const struct vec *vec,
	struct yaml_put_place place)
{
	if (put_flow(buf, field, vec, place.column)) {
		return;
	}
	struct yaml_put_place inner = {place.column + place.step, place.step};
	for (uint32_t i = 0; i < vec->count; i++) {
		yaml_put_break(buf, inner.column);
		buf_add_char(buf, '-');
		if (field->element == FIELD_RECORD) {
			put_record_item(
				buf, field->record, *(void *const *)item_at(field, vec, i), inner);
		} else {
			put_field(buf, field, field->element, item_at(field, vec, i), inner);
		}
	}
}

/* Entries of several lines at the outermost level have an empty line between them. */
static void
put_map(struct buf *buf, const struct field *field, const struct vec *vec,
	struct yaml_put_place place)
{
	if (vec->count == 0) {
		buf_add(buf, STR(" {}"));
		return;
	}
	struct yaml_put_place inner = {place.column + place.step, place.step};
	buf_add_char(buf, '\n');
	for (uint32_t i = 0; i < vec->count; i++) {
		const void *entry = VEC_AT(vec, void *, i);
		bool is_long = short_field(field->record, entry) == NULL &&
			count_written(field->record, entry) > 0;
		buf_add(buf, i > 0 && place.column == 0 && is_long ? STR("\n") : STR(""));
		write_entry(buf, field->record, entry, inner);
	}
	buf->length--;
}

/* What stands in the line of its key. */
static void
put_scalar(struct buf *buf, const struct field *field, uint8_t kind, const void *value,
	struct yaml_put_place place)
{
	buf_add_char(buf, ' ');
	switch ((enum field_kind)kind) {
	case FIELD_INT:
	case FIELD_CODE:
		put_digits(buf, value);
		break;
	case FIELD_COUNT:
		buf_format(buf, "%u", *(const uint32_t *)value);
		break;
	case FIELD_BOOL:
		buf_add(buf, *(const bool *)value ? STR("true") : STR("false"));
		break;
	case FIELD_CHOICE:
		yaml_put_line(buf, field_choice(field, *(const uint8_t *)value));
		break;
	case FIELD_RANGE:
		put_range(buf, value);
		break;
	default:
		yaml_put_text(buf, text_str(*(const struct text *)value), place);
		break;
	}
}

static void
put_field(struct buf *buf, const struct field *field, uint8_t kind, const void *value,
	struct yaml_put_place place)
{
	switch ((enum field_kind)kind) {
	case FIELD_RECORD:
		value = (field->flags & FIELD_POINTER) ? *(void *const *)value : value;
		put_any_form(buf, field->record, value, place);
		break;
	case FIELD_LIST:
		put_list(buf, field, value, place);
		break;
	case FIELD_MAP:
		put_map(buf, field, value, place);
		break;
	case FIELD_ANY:
		yaml_put_value(buf, *(const struct value *const *)value, place);
		break;
	default:
		put_scalar(buf, field, kind, value, place);
		break;
	}
}

/* The value of a field; of a code's message what was written where another is shown. */
static const void *
value_written(const struct record *record, const struct field *field, const void *base)
{
	const void *value = field_value(record, field, base);
	const struct code *code = record == &code_record ? base : NULL;
	bool is_other = code != NULL && value == &code->message && code->rare != NULL &&
		code->rare->written.length > 0;
	return is_other ? &code->rare->written : value;
}

void
write_record(
	struct buf *buf, const struct record *record, const void *base, struct yaml_put_place place)
{
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (is_written(record, field, base)) {
			yaml_put_blanks(buf, place.column);
			buf_add(buf, field->key);
			buf_add_char(buf, ':');
			put_field(
				buf, field, field->kind, value_written(record, field, base), place);
			buf_add_char(buf, '\n');
		}
	}
}

void
write_entry(
	struct buf *buf, const struct record *record, const void *base, struct yaml_put_place place)
{
	const struct text *key = field_value(record, &record->fields[0], base);
	yaml_put_blanks(buf, place.column);
	yaml_put_line(buf, text_str(*key));
	buf_add_char(buf, ':');
	put_any_form(buf, record, base, place);
	buf_add_char(buf, '\n');
}

void
write_file(struct buf *buf, const struct record *record, const void *base, struct str schema)
{
	if (schema.length > 0) {
		buf_add(buf, STR("# yaml-language-server: $schema="));
		buf_add(buf, schema);
		buf_add_char(buf, '\n');
	}
	write_record(buf, record, base, (struct yaml_put_place){0, STEP});
}
