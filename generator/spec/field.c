#include "spec/field.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/nearest.h"

enum { SLOTS = sizeof(((struct field_index *)NULL)->places) };

/* Where to look first for a key. */
static unsigned
slot_of(struct str key)
{
	const uint8_t *bytes = (const uint8_t *)key.data;
	size_t length = key.length;
	unsigned hash =
		length == 0 ? 0 : bytes[0] * 5U + bytes[length / 2] * 17U + bytes[length - 1] * 3U;
	return (hash + (unsigned)length) % SLOTS;
}

static struct field_index *
index_of(const struct record *record)
{
	struct field_index *index = record->index;
	for (uint16_t i = 0; !index->is_made && i < record->count; i++) {
		unsigned slot = slot_of(record->fields[i].key);
		while (index->places[slot] != 0) {
			slot = (slot + 1) % SLOTS;
		}
		index->places[slot] = (uint8_t)(i + 1);
		if (record->fields[i].flags & FIELD_INHERIT) {
			index->inherits |= UINT64_C(1) << i;
		}
	}
	index->is_made = true;
	return index;
}

static const struct field *
look_through(const struct record *record, struct str key, unsigned without)
{
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (!(field->flags & without) && str_equal(field->key, key)) {
			return field;
		}
	}
	return NULL;
}

const struct field *
field_find(const struct record *record, struct str key, unsigned without)
{
	if (record->index == NULL) {
		return look_through(record, key, without);
	}
	const struct field_index *index = index_of(record);
	for (unsigned slot = slot_of(key); index->places[slot] != 0; slot = (slot + 1) % SLOTS) {
		const struct field *field = &record->fields[index->places[slot] - 1];
		if (!(field->flags & without) && str_equal(field->key, key)) {
			return field;
		}
	}
	return NULL;
}

uint64_t
field_inherits(const struct record *record)
{
	return record->index == NULL ? 0 : index_of(record)->inherits;
}

const void *
field_value(const struct record *record, const struct field *field, const void *base)
{
	if (field->flags & (FIELD_GUARDED | FIELD_OF_TARGET)) {
		if (field->flags & FIELD_OF_TARGET ||
			*(const uint8_t *)field_member(base, record->shape) != field->shape) {
			return NULL;
		}
	}
	if (field->flags & FIELD_RARE) {
		base = *(const void *const *)field_member(base, record->rare);
	}
	return base == NULL ? NULL : (const char *)base + field->offset;
}

void *
field_place(struct arena *arena, const struct record *record, const struct field *field, void *base)
{
	if (field->flags & FIELD_RARE) {
		void **rare = (void **)((char *)base + record->rare - 1);
		if (*rare == NULL) {
			*rare = arena_alloc(arena, record->rare_size);
		}
		base = *rare;
	}
	return (char *)base + field->offset;
}

field_make *
field_maker(const struct record *record, const struct field *field)
{
	const struct field_maker *maker = record->makers;
	if (!(field->flags & FIELD_LAZY)) {
		return NULL;
	}
	while (maker->offset != field->offset) {
		maker++;
	}
	return maker->make;
}

enum { FEW_CHOICES = 40 };

bool
field_has_few_choices(const struct field *field)
{
	size_t count = 0;
	while (field->choices[count].length > 0) {
		count++;
	}
	return count <= FEW_CHOICES;
}

struct str
field_choice(const struct field *field, uint8_t value)
{
	return value == 0 ? STR("") : field->choices[value - 1];
}

bool
field_is_own(const struct record *record, const struct field *field)
{
	bool is_view = (field->flags & FIELD_DERIVED) && field->record != NULL;
	return !(field->flags & FIELD_REPEATED) &&
		(!is_view || field_find(record, field->key, FIELD_DERIVED) != NULL);
}

bool
field_record_is_there(const struct record *record, const void *base)
{
	return record->shape == 0 || *(const uint8_t *)field_member(base, record->shape) != 0;
}

bool
field_is_present(const struct field *field, const void *value)
{
	if (value == NULL) {
		return false;
	}
	switch ((enum field_kind)field->kind) {
	default: /* the texts */
		return ((const struct text *)value)->length > 0;
	case FIELD_INT:
	case FIELD_CODE:
		return ((const struct number *)value)->kind != NUMBER_ABSENT;
	case FIELD_RANGE:
		return ((const struct range *)value)->low.kind != NUMBER_ABSENT;
	case FIELD_COUNT:
		return true;
	case FIELD_BOOL:
		return *(const bool *)value;
	case FIELD_CHOICE:
		return *(const uint8_t *)value != 0;
	case FIELD_LIST:
	case FIELD_MAP:
		return ((const struct vec *)value)->count > 0;
	case FIELD_RECORD:
		return field->flags & FIELD_POINTER ? *(const void *const *)value != NULL
						    : field_record_is_there(field->record, value);
	case FIELD_ANY:
		return *(const void *const *)value != NULL;
	}
	return false;
}

uint32_t
field_element_size(uint8_t kind)
{
	switch ((enum field_kind)kind) {
	default: /* the texts */
		return sizeof(struct text);
	case FIELD_INT:
	case FIELD_CODE:
		return sizeof(struct number);
	case FIELD_COUNT:
		return sizeof(uint32_t);
	case FIELD_BOOL:
		return sizeof(bool);
	case FIELD_CHOICE:
		return sizeof(uint8_t);
	case FIELD_RANGE:
		return sizeof(struct range);
	case FIELD_RECORD:
	case FIELD_LIST:
	case FIELD_MAP:
	case FIELD_ANY:
		break;
	}
	return sizeof(void *);
}

struct str
field_nearest(const struct record *record, struct str key, unsigned without)
{
	struct nearest nearest = nearest_to(key);
	for (uint16_t i = 0; i < record->count; i++) {
		if (!(record->fields[i].flags & without)) {
			nearest_consider(&nearest, record->fields[i].key);
		}
	}
	return nearest.best;
}

/* Whether the first of two integers of different kinds is the smaller: unsigned ones may exceed. */
static int
compare_integers(const struct number *a, const struct number *b)
{
	bool a_is_negative = a->kind == NUMBER_SIGNED && a->integer < 0;
	bool b_is_negative = b->kind == NUMBER_SIGNED && b->integer < 0;
	if (a_is_negative != b_is_negative) {
		return a_is_negative ? -1 : 1;
	}
	return (a->natural > b->natural) - (a->natural < b->natural);
}

int
number_compare(const struct number *a, const struct number *b)
{
	bool a_is_string = a->kind == NUMBER_STRING, b_is_string = b->kind == NUMBER_STRING;
	if (a_is_string != b_is_string) {
		return a_is_string ? 1 : -1;
	}
	return a_is_string ? str_compare(text_str(*a->string), text_str(*b->string))
			   : compare_integers(a, b);
}

struct str
number_str(const struct number *number, char digits[NUMBER_DIGITS])
{
	int length = 0;
	switch ((enum number_kind)number->kind) {
	case NUMBER_STRING:
		return text_str(*number->string);
	case NUMBER_SIGNED:
		length = snprintf(digits, NUMBER_DIGITS, "%" PRId64, number->integer);
		break;
	case NUMBER_UNSIGNED:
	case NUMBER_RELATIVE:
		length = snprintf(digits, NUMBER_DIGITS, "%" PRIu64, number->natural);
		break;
	case NUMBER_ABSENT:
		break;
	}
	return (struct str){digits, (size_t)length};
}

struct str
number_hex(const struct number *number, char digits[NUMBER_DIGITS])
{
	bool is_signed = number->kind == NUMBER_SIGNED;
	bool is_negative = is_signed && number->integer < 0;
	if (!is_signed && number->kind != NUMBER_UNSIGNED) {
		return STR("");
	}
	uint64_t natural = is_negative ? 0 - number->natural : number->natural;
	int length =
		snprintf(digits, NUMBER_DIGITS, "%s0x%" PRIX64, is_negative ? "-" : "", natural);
	return (struct str){digits, (size_t)length};
}

struct str
number_written(const struct number *number, char digits[NUMBER_DIGITS])
{
	if (number->kind == NUMBER_STRING || number->hex_digits == 0) {
		return number->kind == NUMBER_STRING ? STR("") : number_str(number, digits);
	}
	int length =
		snprintf(digits, NUMBER_DIGITS, number->is_lower ? "0x%0*" PRIx64 : "0x%0*" PRIX64,
			number->hex_digits, number->natural);
	return (struct str){digits, (size_t)length};
}
