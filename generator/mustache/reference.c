#include "mustache/reference.h"

static void
add_step(struct reference *reference, enum step_kind kind, uint8_t shape, size_t offset)
{
	if (reference->step_count < STEPS_MAX) {
		reference->steps[reference->step_count++] = (struct step){
			.kind = (uint8_t)kind, .shape = shape, .offset = (uint16_t)offset};
	}
}

/* A value that is made when the step is first taken. */
static void
add_maker(struct reference *reference, field_make *make)
{
	if (reference->step_count < STEPS_MAX) {
		reference->steps[reference->step_count++] =
			(struct step){.kind = STEP_MAKE, .offset = reference->offset, .make = make};
	}
}

void
reference_enter(struct reference *reference, const struct record *record, const struct field *field)
{
	if (field->flags & FIELD_LAZY) {
		add_maker(reference, field_maker(record, field));
	}
	if (field->flags & FIELD_GUARDED) {
		add_step(reference, STEP_GUARD, field->shape,
			(size_t)reference->offset + record->shape - 1);
	}
	if (field->flags & FIELD_RARE) {
		add_step(reference, STEP_ENTER, 0, (size_t)reference->offset + record->rare - 1);
		reference->offset = 0;
	}
	reference->offset = (uint16_t)(reference->offset + field->offset);
	if (field->kind == FIELD_RECORD && field->flags & FIELD_POINTER) {
		add_step(reference, STEP_ENTER, 0, reference->offset);
		reference->offset = 0;
	}
	if (field->flags & FIELD_OF_TARGET) {
		add_step(reference, STEP_OF_TARGET, 0, reference->offset);
		reference->offset = 0;
	}
	reference->kind = REFERENCE_FIELD;
	reference->is_element = false;
	reference->type = field->kind;
	reference->field = field;
	reference->record = field->record;
}

void
reference_enter_owned(struct reference *reference, const struct owned *owned)
{
	add_step(reference, STEP_OWNED, 0, (size_t)reference->offset + owned->place);
	reference->offset = 0;
	reference->kind = REFERENCE_FIELD;
	reference->type = FIELD_RECORD;
	reference->record = owned->record;
}

bool
reference_shorten(struct reference *reference)
{
	const struct record *record = reference->record;
	bool is_short = reference->is_element && reference->type == FIELD_RECORD &&
		reference->form == PLAIN_VALUE && record->short_form != NULL;
	if (is_short) {
		reference_enter(reference, record, record->short_form->scalar);
	}
	return is_short;
}

bool
reference_is_safe(const struct reference *reference)
{
	if (reference_is_free(reference)) {
		return false;
	}
	bool is_text = reference->type == FIELD_TEXT || reference->type == FIELD_MARKDOWN ||
		reference->type == FIELD_PATH || reference->type == FIELD_CODE ||
		reference->type == FIELD_CONDITION || reference->type == FIELD_EXPRESSION;
	return reference->kind != REFERENCE_FIELD || !is_text;
}

/* What a value of each kind is. */
static const struct str nouns[] = {
	[FIELD_NAME] = STR_INIT("a name"),
	[FIELD_SYMBOL] = STR_INIT("a name"),
	[FIELD_TEXT] = STR_INIT("a text"),
	[FIELD_MARKDOWN] = STR_INIT("a markdown text"),
	[FIELD_PATH] = STR_INIT("a path"),
	[FIELD_DOTTED_NAME] = STR_INIT("a dotted name"),
	[FIELD_IMPORT_PATH] = STR_INIT("an import path"),
	[FIELD_LANGUAGE] = STR_INIT("a language tag"),
	[FIELD_VERSION] = STR_INIT("a version"),
	[FIELD_PATTERN] = STR_INIT("a pattern of paths"),
	[FIELD_REQUIREMENT] = STR_INIT("a requirement of versions"),
	[FIELD_CONDITION] = STR_INIT("a condition of C"),
	[FIELD_EXPRESSION] = STR_INIT("a constant of C"),
	[FIELD_INT] = STR_INIT("an integer"),
	[FIELD_CODE] = STR_INIT("a code, perhaps a text"),
	[FIELD_COUNT] = STR_INIT("a number"),
	[FIELD_BOOL] = STR_INIT("a boolean"),
	[FIELD_CHOICE] = STR_INIT("a choice"),
	[FIELD_RANGE] = STR_INIT("a range"),
	[FIELD_RECORD] = STR_INIT("a record"),
	[FIELD_LIST] = STR_INIT("a list"),
	[FIELD_MAP] = STR_INIT("a map"),
	[FIELD_ANY] = STR_INIT("free data"),
};

struct str
reference_noun(const struct reference *reference)
{
	switch (reference->kind) {
	case REFERENCE_FREE:
	case REFERENCE_TOP:
	case REFERENCE_BELOW:
		return nouns[FIELD_ANY];
	case REFERENCE_WORD:
	case REFERENCE_MEMBER:
	case REFERENCE_EXCESS:
	case REFERENCE_EDGE:
		return nouns[FIELD_BOOL];
	case REFERENCE_POSITION:
		return nouns[FIELD_COUNT];
	case REFERENCE_FIELD:
		break;
	}
	return reference->form == COUNTED_VALUE  ? nouns[FIELD_COUNT]
		: reference->form == PLAIN_VALUE ? nouns[reference->type]
						 : STR("a form of a value");
}

struct span
reference_span(const struct binder *binder, const struct name_use *use, struct str part)
{
	const char *start = source_get(binder->sink->sources, use->source)->text.data;
	return (struct span){use->source, (uint32_t)(part.data - start), (uint32_t)part.length};
}
