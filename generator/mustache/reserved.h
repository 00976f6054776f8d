/*
 * Reserved: the words that a target's language has taken, and the form in which a name that comes
 * out as one of them is written instead, if the manifest has one.
 */
#ifndef ERRSPEC_MUSTACHE_RESERVED_H
#define ERRSPEC_MUSTACHE_RESERVED_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/out.h"
#include "base/table.h"
#include "base/vec.h"
#include "mustache/name.h"
#include "spec/field.h"

/* Begins as zero, which holds no word. */
struct reserved {
	struct table words; /* from the word to its index in `renamed` */
	struct vec renamed; /* struct str: the words in the form; empty without one */
	struct table forms; /* the same, for looking up */
	size_t longest; /* of the words */
	const struct reserved *also; /* whose words are written otherwise too; may be NULL */
};

/* What a manifest says of them. */
struct reserved_rules {
	struct text words; /* with blanks between them; WORD=OTHER for one with a form of its own */
	struct text rename; /* the form of all others, as "{name}_"; empty: none */
	uint32_t source;
};

/*
 * Reads what a manifest says; its texts must outlive `reserved`. False after reports: of a form
 * that has not {name} once and something else, of one without words, and of one that makes a
 * reserved word of another.
 */
bool reserved_read(struct reserved *reserved, struct arena *arena, struct diag_sink *sink,
	const struct reserved_rules *rules);

/* Whether `word` is one of them. */
bool reserved_has(const struct reserved *reserved, struct str word);

/* Whether `word` is what is written for one of them. */
bool reserved_made(const struct reserved *reserved, struct str word);

/*
 * Appends a name in a casing, or what is written for the reserved word that it becomes; `reserved`
 * may be NULL.
 */
void reserved_add_name(
	const struct reserved *reserved, struct out *out, enum name_case style, struct str name);

#endif
