#include "spec/sample.h"

#include "base/buf.h"

/* What stands for a value of each kind that is written as a scalar. */
static const struct str scalars[] = {
	[FIELD_NAME] = STR_INIT("NAME"),
	[FIELD_SYMBOL] = STR_INIT("NAME"),
	[FIELD_TEXT] = STR_INIT("TEXT"),
	[FIELD_MARKDOWN] = STR_INIT("TEXT"),
	[FIELD_PATH] = STR_INIT("PATH"),
	[FIELD_DOTTED_NAME] = STR_INIT("NAME.NAME"),
	[FIELD_IMPORT_PATH] = STR_INIT("NAME/NAME"),
	[FIELD_LANGUAGE] = STR_INIT("LANGUAGE"),
	[FIELD_VERSION] = STR_INIT("'1.0.0'"),
	[FIELD_CONDITION] = STR_INIT("defined(NAME)"),
	[FIELD_EXPRESSION] = STR_INIT("NAME"),
	[FIELD_INT] = STR_INIT("NUMBER"),
	[FIELD_CODE] = STR_INIT("NUMBER"),
	[FIELD_COUNT] = STR_INIT("NUMBER"),
	[FIELD_BOOL] = STR_INIT("true"),
	[FIELD_RANGE] = STR_INIT("LOW-HIGH"),
	[FIELD_ANY] = STR_INIT("{KEY: VALUE}"),
};

/* The word, if it is one of the choices, or else the first of these. */
static void
add_choice(struct buf *buf, const struct field *field, struct str word)
{
	const struct str *choice = field->choices;
	while (choice->length > 0 && !str_equal(*choice, word)) {
		choice++;
	}
	buf_add(buf, choice->length > 0 ? *choice : field->choices[0]);
}

static void add_field(struct buf *buf, const struct field *field);

/* The required fields of a record, or its first one, or its short form. */
static void
add_record(struct buf *buf, const struct record *record, bool may_be_short)
{
	if (may_be_short && record->short_form != NULL && record->short_form->scalar != NULL) {
		add_field(buf, record->short_form->scalar);
		return;
	}
	size_t start = buf->length;
	buf_add_char(buf, '{');
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (field->flags & FIELD_REQUIRED) {
			buf_add(buf, buf->length > start + 1 ? STR(", ") : STR(""));
			buf_add(buf, field->key);
			buf_add(buf, STR(": "));
			add_field(buf, field);
		}
	}
	buf_add_char(buf, '}');
}

static void
add_value(struct buf *buf, const struct field *field, uint8_t kind, struct str word)
{
	switch ((enum field_kind)kind) {
	case FIELD_RECORD:
		add_record(buf, field->record, false);
		break;
	case FIELD_LIST:
		buf_add_char(buf, '[');
		if (field->element != FIELD_RECORD && word.length > 0) {
			buf_add(buf, word);
		} else {
			add_value(buf, field, field->element, STR(""));
		}
		buf_add_char(buf, ']');
		break;
	case FIELD_MAP:
		buf_add_char(buf, '{');
		buf_add(buf, word.length > 0 ? word : STR("NAME"));
		buf_add(buf, STR(": "));
		add_record(buf, field->record, true);
		buf_add_char(buf, '}');
		break;
	case FIELD_CHOICE:
		add_choice(buf, field, word);
		break;
	default:
		buf_add(buf, scalars[kind]);
		break;
	}
}

static void
add_field(struct buf *buf, const struct field *field)
{
	add_value(buf, field, field->kind, STR(""));
}

struct str
sample_form(struct arena *arena, const struct field *field, uint8_t kind, struct str word)
{
	struct buf buf = {0};
	add_value(&buf, field, kind, word);
	return buf_keep(arena, &buf);
}
