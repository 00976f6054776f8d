/* References: what a name in a template may mean, and the way to the value. */
#ifndef ERRSPEC_MUSTACHE_REFERENCE_H
#define ERRSPEC_MUSTACHE_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "mustache/binder.h"
#include "mustache/op.h"

enum reference_kind {
	REFERENCE_FIELD, /* a value of a field table's type */
	REFERENCE_WORD, /* whether a choice is `word` */
	REFERENCE_MEMBER, /* whether a list of names has the one that `pick` names */
	REFERENCE_EXCESS, /* whether a text has more bytes, or a list more elements, than `most` */
	REFERENCE_EDGE, /* whether the element is the first or the last */
	REFERENCE_POSITION, /* the element's index or number */
	REFERENCE_FREE, /* looked up in the free frame `slot` */
	REFERENCE_TOP, /* the free value on top, or below it */
	REFERENCE_BELOW /* looked up in the free value of a field */
};

struct reference {
	enum reference_kind kind;
	uint8_t type; /* REFERENCE_FIELD: of enum field_kind */
	uint8_t word; /* REFERENCE_WORD */
	uint8_t flags; /* of enum op_flag, for edges and positions */
	uint8_t step_count;
	bool is_element; /* of a list, picked by its key or position */
	uint16_t slot;
	uint16_t offset;
	const struct field *field;
	const struct record *record;
	enum form_of_value form;
	enum name_case style; /* CASED_VALUE */
	const struct escape *place; /* PLACED_VALUE */
	const struct pick *pick; /* REFERENCE_MEMBER */
	size_t most; /* REFERENCE_EXCESS */
	struct key_chain chain; /* REFERENCE_FREE, _TOP, _BELOW */
	struct step
		steps[STEPS_MAX]; /* the last member: what is behind step_count is of any value */
};

/* An empty one for a frame. Its many steps are not cleared: most names take none. */
static inline void
reference_clear(struct reference *reference, enum reference_kind kind, uint16_t slot)
{
	memset(reference, 0, offsetof(struct reference, steps));
	reference->kind = kind;
	reference->slot = slot;
}

/* A name in a template. */
struct name_use {
	struct str name; /* a slice of the source's text */
	uint32_t source;
	const struct context *context;
};

/* Where a part of the name stands. */
struct span
reference_span(const struct binder *binder, const struct name_use *use, struct str part);

/* From a record to the value of one of its fields. */
void reference_enter(
	struct reference *reference, const struct record *record, const struct field *field);

/* From a struct of the owner to the record that the binder has for it. */
void reference_enter_owned(struct reference *reference, const struct owned *owned);

/*
 * From an element that may also be written as a scalar, such as the pair in {{metadata.Kit}}, to
 * the value of that form; false, without a change, for anything else.
 */
bool reference_shorten(struct reference *reference);

/* Whether it is looked up when there is data. */
static inline bool
reference_is_free(const struct reference *reference)
{
	return reference->kind == REFERENCE_FREE || reference->kind == REFERENCE_TOP ||
		reference->kind == REFERENCE_BELOW;
}

/* Whether the value may be written as it is: it holds no character of meaning in any output. */
bool reference_is_safe(const struct reference *reference);

/* What it is, for messages: "a text", "a list". */
struct str reference_noun(const struct reference *reference);

#endif
