#include "spec/texts.h"

struct texts {
	texts_take *take;
	void *context;
	uint32_t source;
};

static void walk_record(const struct texts *texts, const struct record *record, const void *base);

static void
walk_list(const struct texts *texts, const struct field *field, const struct vec *vec)
{
	uint8_t kind = field->kind == FIELD_MAP ? FIELD_RECORD : field->element;
	for (uint32_t i = 0; i < vec->count; i++) {
		if (kind == FIELD_RECORD) {
			walk_record(texts, field->record, VEC_AT(vec, void *, i));
		} else if (kind == FIELD_MARKDOWN || field->flags & FIELD_ADDRESS) {
			texts->take(texts->context, field, (enum field_kind)kind,
				VEC_AT(vec, struct text, i), texts->source);
		}
	}
}

static void
walk_field(const struct texts *texts, const struct field *field, const void *value)
{
	if (field->kind == FIELD_LIST || field->kind == FIELD_MAP) {
		walk_list(texts, field, value);
	} else if (field->kind == FIELD_RECORD) {
		bool is_pointer = field->flags & FIELD_POINTER;
		walk_record(texts, field->record, is_pointer ? *(const void *const *)value : value);
	} else if (((const struct text *)value)->length > 0) {
		texts->take(texts->context, field, (enum field_kind)field->kind,
			*(const struct text *)value, texts->source);
	}
}

enum { KINDS = 1 << FIELD_MARKDOWN | 1 << FIELD_RECORD | 1 << FIELD_LIST | 1 << FIELD_MAP };

/* Whether there can be a text to take in the field, or below it. */
static bool
leads_on(const struct field *field)
{
	return (KINDS >> field->kind & 1) || field->flags & FIELD_ADDRESS;
}

static void
walk_record(const struct texts *texts, const struct record *record, const void *base)
{
	struct texts own = *texts;
	if (base == NULL || !field_record_is_there(record, base)) {
		return;
	}
	if (record->source > 0) {
		own.source = *(const uint32_t *)field_member(base, record->source);
	}
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (!leads_on(field)) {
			continue;
		}
		const void *value = field_value(record, field, base);
		if (value != NULL && field_is_own(record, field)) {
			walk_field(&own, field, value);
		}
	}
}

void
texts_walk(const struct record *record, const void *base, texts_take *take, void *context)
{
	struct texts texts = {take, context, 0};
	walk_record(&texts, record, base);
}
