/*
 * Vars: values that a target's manifest declares for its templates. Each has a type, which says
 * what may stand for it and where a template may write it.
 */
#ifndef ERRSPEC_TARGET_VAR_H
#define ERRSPEC_TARGET_VAR_H

#include "data/value.h"
#include "mustache/reserved.h"
#include "spec/field.h"
#include "spec/load.h"

/* In the order in which manifests have their words. */
enum var_type {
	VAR_ABSENT,
	VAR_IDENTIFIER,
	VAR_DOTTED_NAME,
	VAR_IMPORT_PATH,
	VAR_VERSION,
	VAR_TEXT,
	VAR_BOOL,
	VAR_INTEGER,
	VAR_LINES, /* a text of one line or more */
	VAR_PATH, /* of a file below the output folder */
	VAR_CHOICE, /* one of the var's own words */
	VAR_DATA /* a list or a map; no manifest says so */
};

/* What a var has a value for. */
enum var_per { VAR_PER_ABSENT, VAR_PER_CATALOGUE, VAR_PER_MODULE };

struct var {
	struct text name;
	struct value *value; /* what it is where nobody gives another one; NULL: an extra */
	struct text description;
	struct vec choices; /* struct text: the words of a choice */
	struct str *words; /* derived: the same, with an empty one at the end */
	uint8_t type; /* of enum var_type; never absent when var_settle was there */
	uint8_t per; /* of enum var_per */
};

extern const struct record var_record;
extern const struct record var_declared_record; /* the same without a value: an extra */

/* The target whose vars they are. */
struct var_owner {
	struct load *load;
	struct str target;
	const struct reserved *words; /* that no name may be ... */
	const struct reserved *packages; /* ... nor the first of several */
	uint32_t source; /* of the manifest */
};

/*
 * Gives each var (struct var *) of a manifest that has no type the one of its value, and checks the
 * values; false after a report.
 */
bool var_settle(const struct var_owner *owner, const struct vec *vars);

/* Whether `value` may stand for the var; else it is reported at `span`. */
bool var_accepts(const struct var_owner *owner, const struct var *var, const struct value *value,
	struct span span);

/* What it is to templates (of enum field_kind). */
uint8_t var_kind(const struct var *var);

#endif
