#include "spec/extra.h"

#include "errspec.h"

#define AT(member) offsetof(struct extra, member)

static const struct field fields[] = {
	{STR_INIT("key"), FIELD_NAME, 0, 0, FIELD_KEY, AT(key), NULL, NULL, "the key"},
	{STR_INIT("value"), FIELD_ANY, 0, 0, FIELD_REQUIRED | FIELD_LOOSE, AT(value), NULL, NULL,
		"the value under it: a text, a number, true or false"},
	{STR_INIT("is_truth"), FIELD_BOOL, 0, 0, FIELD_DERIVED | FIELD_REPEATED, AT(is_truth), NULL,
		NULL, "the value is true or false"},
};
static const struct record_short short_form = {.scalar = &fields[1], .list = &fields[1]};
const struct record extra_record = {
	RECORD("extra", "a value for templates, or that value alone", fields, struct extra),
	.short_form = &short_form,
};

void
extra_check(struct diag_sink *sink, const struct vec *extras, uint32_t source)
{
	for (uint32_t i = 0; i < extras->count; i++) {
		struct extra *extra = VEC_AT(extras, struct extra *, i);
		const struct value *value = extra->value;
		extra->is_truth = value->kind == VALUE_BOOL;
		if (value->kind == VALUE_LIST || value->kind == VALUE_MAP) {
			DIAG(sink, ERRSPEC_EXTRA_SHAPE, ((struct span){source, value->at, 1}),
				text_str(extra->key));
		}
	}
}

const void *
extra_typed(struct arena *arena, struct extra *extra, const struct field *field)
{
	if (extra->typed_as != field) {
		union typed *typed = arena_alloc(arena, sizeof(*typed));
		*typed = typed_of(field, extra->value);
		extra->typed = typed;
		extra->typed_as = field;
	}
	return extra->typed;
}
