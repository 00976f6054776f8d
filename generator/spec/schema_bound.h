/* Bounds: which integers the JSON Schema allows, and how one field bounds another. */
#ifndef ERRSPEC_SPEC_SCHEMA_BOUND_H
#define ERRSPEC_SPEC_SCHEMA_BOUND_H

#include "data/json.h"
#include "spec/field.h"

/*
 * Members of an open object that allow the integers of a range. Both ends have all their digits,
 * which JSON Schema compares exactly; validators that read them into doubles take a few integers
 * beyond 64 bits for the last ones.
 */
void schema_bound_integer(struct json *json, struct range range);

/* As schema_bound_integer; or a text of the given pattern. */
void schema_bound_integer_or(struct json *json, struct range range, struct str pattern);

/* The member that says what the tie of a record does. */
void schema_bound_tie(struct json *json, const struct record *record);

#endif
