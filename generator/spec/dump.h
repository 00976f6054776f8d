/* Dumping: records as JSON, led by their field tables. */
#ifndef ERRSPEC_SPEC_DUMP_H
#define ERRSPEC_SPEC_DUMP_H

#include "data/json.h"
#include "data/value.h"
#include "spec/field.h"

/*
 * Writes all that is there of a record: absent fields are left out, prose is a string, a list or
 * an object in the shape that it was written in, and derived lists of records that stand
 * elsewhere already are left out.
 */
void dump_record(struct json *json, const struct record *record, const void *base);

/* A field's value of this kind, its own or that of its elements. */
void dump_field(struct json *json, const struct field *field, uint8_t kind, const void *value);

/* A number as JSON: strings in quotes, as integers beyond 2^53 are, which many readers round. */
void dump_number(struct json *json, const struct number *number);

#endif
