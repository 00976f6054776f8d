/*
 * What a file is: a key at its top says so, wherever it stands, for maps have no order. It is the
 * first field of the file's record.
 */
#ifndef ERRSPEC_SPEC_FILE_KIND_H
#define ERRSPEC_SPEC_FILE_KIND_H

#include "base/diag.h"
#include "data/yaml.h"
#include "spec/field.h"

/* The kinds that a file may be of in its place; at most eight. */
struct file_kinds {
	const struct record *const *records;
	size_t count;
};

/*
 * Reads keys, of which the first is current, until the kind is clear, and goes back to the first
 * one. Where all keys so far belong to one of the kinds alone it is that one. NULL after a report.
 */
const struct record *
file_kind_find(struct diag_sink *sink, struct yaml *yaml, uint32_t source, struct file_kinds kinds);

/* Another kind of file that people write than `record`, if the key decides for it; or NULL. */
const struct record *file_kind_other(const struct record *record, struct str key);

/* The first kind of file that people write that has the key at its top; or NULL. */
const struct record *file_kind_with(struct str key);

/* Reports a key, of the span, that makes another kind of a file that is to be a `record`. */
struct diag *file_kind_report(struct diag_sink *sink, struct span span, const struct record *other,
	const struct record *record);

#endif
