/* The JSON Schema of spec files, made from the field tables, for editors and validators. */
#ifndef ERRSPEC_SPEC_SCHEMA_H
#define ERRSPEC_SPEC_SCHEMA_H

#include "base/buf.h"
#include "base/vec.h"
#include "spec/field.h"

/* Names that maps of two records often have as keys, for editors to offer; others are as good. */
struct schema_names {
	const struct record *records[2];
	const struct vec *names; /* struct str */
};

/*
 * Appends a schema (draft 2020-12) that accepts a file which is one of `records`, told apart by
 * the first required key of each.
 */
void schema_write(struct buf *buf, const struct record *const *records, size_t count,
	struct schema_names names);

#endif
