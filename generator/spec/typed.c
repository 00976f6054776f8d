#include "spec/typed.h"

#include "spec/integer.h"

/* Which of the field's words it is, counted from 1; 0: none of them. */
static uint8_t
choice_of(const struct field *field, struct str word)
{
	uint8_t i = 0;
	while (field->choices[i].length > 0 && !str_equal(field->choices[i], word)) {
		i++;
	}
	return field->choices[i].length > 0 ? (uint8_t)(i + 1) : 0;
}

union typed
typed_of(const struct field *field, const struct value *value)
{
	union typed typed = {.data = NULL};
	switch (field->kind) {
	case FIELD_BOOL:
		typed.is_true = value_is_true(value);
		break;
	case FIELD_INT:
		(void)integer_parse(value->text, &typed.number);
		break;
	case FIELD_ANY:
		typed.data = value;
		break;
	case FIELD_CHOICE:
		typed.choice = choice_of(field, value->text);
		break;
	default:
		typed.text = text_from(value->text, value->at);
		break;
	}
	return typed;
}
