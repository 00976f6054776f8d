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
	VAR_DATA /* a list or a map; no manifest says so */
};

struct var {
	struct text name;
	struct value *value; /* what it is where nobody gives another one */
	struct text description;
	uint8_t type; /* of enum var_type; never absent when var_settle was there */
};

extern const struct record var_record;

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
