/*
 * Values: a small tree of free data, for what no field table describes: a target's vars and the
 * data of `errspec render`. Scalars keep their spelling, so that 1.10 stays 1.10.
 */
#ifndef ERRSPEC_DATA_VALUE_H
#define ERRSPEC_DATA_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/table.h"
#include "base/vec.h"

enum value_kind { VALUE_NULL, VALUE_BOOL, VALUE_NUMBER, VALUE_STRING, VALUE_LIST, VALUE_MAP };

struct value {
	enum value_kind kind;
	uint32_t at; /* where it stands in its source */
	struct str text; /* of a scalar; "true" or "false" for VALUE_BOOL; empty for VALUE_NULL */
	struct vec items; /* VALUE_LIST: struct value *; VALUE_MAP: struct value_entry */
	struct table *keys; /* VALUE_MAP: where each key stands; NULL while they are few */
};

struct value_entry {
	struct str key;
	struct value *value;
	uint32_t at; /* where the key stands in its source, if it was read from YAML */
};

/* The value under `key` of a map, or NULL. */
const struct value *value_get(const struct value *map, struct str key);

/* Adds an entry under a key that is not there yet; its bytes must stay. */
void value_add(struct arena *arena, struct value *map, struct str key, struct value *item);

/* What a section asks: false for null, false, "", an empty list; true for the rest. */
bool value_is_true(const struct value *value);

#endif
