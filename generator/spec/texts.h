/* The texts of a record and of all that stands below it, as the tables of fields have them. */
#ifndef ERRSPEC_SPEC_TEXTS_H
#define ERRSPEC_SPEC_TEXTS_H

#include "spec/field.h"

/* Takes a text; `kind` is that of the field, or of the elements of the list that it stands in. */
typedef void texts_take(void *context, const struct field *field, enum field_kind kind,
	struct text text, uint32_t source);

/*
 * Passes every text in `base`, a struct of `record`, that is markdown or an address, as far as it
 * was written there: what only repeats or derives it is left out. A record says its source, or one
 * around it does.
 */
void texts_walk(const struct record *record, const void *base, texts_take *take, void *context);

#endif
