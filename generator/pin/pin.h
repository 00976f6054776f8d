/*
 * Pinning: a document becomes a template of itself, in which every value is a reference to its
 * place in the spec. Rendered, it gives the document back byte for byte; a value edited in the spec
 * changes nothing but that value.
 */
#ifndef ERRSPEC_PIN_PIN_H
#define ERRSPEC_PIN_PIN_H

#include "adopt/adopted.h"
#include "adopt/decode.h"

/* How much of a document its template takes from the spec. */
struct pin_count {
	uint32_t values; /* references */
	uint32_t kept; /* values that stay as the document has them, for the spec says otherwise */
};

/*
 * The template of an adopted document; `decoder` has the places of the target that pins documents.
 * `count` tells what became of the values.
 */
struct str pin_template(struct arena *arena, struct decoder *decoder, struct str document,
	const struct adopted *adopted, struct pin_count *count);

#endif
