/* Extras: data that the spec has for templates alone. Manifests declare what they read of them. */
#ifndef ERRSPEC_SPEC_EXTRA_H
#define ERRSPEC_SPEC_EXTRA_H

#include "base/diag.h"
#include "spec/typed.h"

struct extra {
	struct text key;
	struct value *value; /* a text, a number, true or false; see extra_check */
	bool is_truth; /* derived: it is true or false */
	const union typed *typed; /* lazy: as the field `typed_as` has it */
	const struct field *typed_as;
};

extern const struct record extra_record;

/* Reports values that are lists or maps, and derives what the others are. */
void extra_check(struct diag_sink *sink, const struct vec *extras, uint32_t source);

/* The value as the field has it, for which it is suitable. */
const void *extra_typed(struct arena *arena, struct extra *extra, const struct field *field);

#endif
