/*
 * Recipes: what a manifest says of a place where text may stand in an output, and its compilation
 * into an escape.
 */
#ifndef ERRSPEC_TARGET_RECIPE_H
#define ERRSPEC_TARGET_RECIPE_H

#include "base/arena.h"
#include "base/diag.h"
#include "mustache/escape.h"
#include "spec/field.h"

/* `text` is written as `by`. */
struct recipe_rule {
	struct text text;
	struct text by; /* empty: nothing is written */
	struct text after; /* only behind this */
	uint8_t where; /* a choice, in the order of enum escape_where */
	uint32_t at;
};

/* The code points `from` to `to` are spelt in a form. */
struct recipe_range {
	struct number from;
	struct number to; /* absent: `from` alone */
	struct text form;
	uint32_t at;
};

struct recipe {
	struct text name;
	struct vec replace; /* struct recipe_rule * */
	struct vec ranges; /* struct recipe_range * */
	struct text control; /* forms */
	struct text invisible;
	struct text non_ascii;
	struct text line;
	struct text joint;
	struct number longest;
	struct text markdown; /* the name of a place */
	uint32_t source; /* derived: the manifest that it stands in */
	bool indent;
	bool trim;
	uint32_t at;
};

extern const struct record recipe_record;

/*
 * Compiles places (struct recipe *), which must outlive the set; `standard` names the one for tags
 * without a place, in `source`, and may be empty. False after reports.
 */
bool recipe_compile(struct arena *arena, struct diag_sink *sink, uint32_t source,
	const struct vec *recipes, struct text standard, struct escape_set *set);

#endif
