/* Pinned fields: the tags that stand in a template for the value of a field. */
#ifndef ERRSPEC_PIN_PIN_FIELD_H
#define ERRSPEC_PIN_PIN_FIELD_H

#include "pin/cut.h"
#include "adopt/decode.h"
#include "spec/field.h"

/* A document on its way to a template. */
struct pin {
	struct decoder *decoder;
	struct cuts cuts; /* of the document */
};

/* A field of the spec, and where the templates find it. */
struct pin_target {
	struct str path;
	const struct field *field;
	const void *value; /* of the field's type; NULL where there is none */
};

/*
 * Cuts a value of the document into references to the field; false, with no more than some parts
 * of a list cut, where the field does not say what the document does, or has no value.
 */
bool pin_field(struct pin *pin, const struct found_value *value, const struct pin_target *to);

#endif
