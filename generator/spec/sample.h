/* Samples: how a value of a field is written, for messages. */
#ifndef ERRSPEC_SPEC_SAMPLE_H
#define ERRSPEC_SPEC_SAMPLE_H

#include "base/arena.h"
#include "spec/field.h"

/*
 * The form of a value of `kind`, the field's own or that of its elements, on one line: {id: string}
 * or [TEXT]. `word`, if it is not empty, stands in it for the key or the element.
 */
struct str
sample_form(struct arena *arena, const struct field *field, uint8_t kind, struct str word);

#endif
