/* Typed: a value of free data as a field of a given kind has it. */
#ifndef ERRSPEC_SPEC_TYPED_H
#define ERRSPEC_SPEC_TYPED_H

#include "data/value.h"
#include "spec/field.h"

union typed {
	struct text text;
	struct number number;
	bool is_true;
	uint8_t choice;
	const struct value *data;
};

/* What a value is to the field, for which it is suitable. */
union typed typed_of(const struct field *field, const struct value *value);

#endif
