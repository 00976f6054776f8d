/* The JSON Schema of spec files, made from the field tables, for editors and validators. */
#ifndef ERRSPEC_SPEC_SCHEMA_H
#define ERRSPEC_SPEC_SCHEMA_H

#include "base/buf.h"
#include "spec/field.h"

/*
 * Appends a schema (draft 2020-12) that accepts a file which is one of `records`, told apart by
 * the first required key of each.
 */
void schema_write(struct buf *buf, const struct record *const *records, size_t count);

#endif
