/*
 * The reader: from YAML events straight into structs, led by the field tables. Whatever a table
 * does not say is reported; reading goes on behind it, so that one run shows all that is wrong.
 */
#ifndef ERRSPEC_SPEC_READER_H
#define ERRSPEC_SPEC_READER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "data/yaml.h"
#include "spec/field.h"

struct reader {
	struct arena *arena;
	struct arena *scratch; /* for what is not needed after reading */
	struct diag_sink *sink;
	const struct limits *limits;
	struct yaml *yaml;
	uint32_t source;
	const struct record *top; /* what the file is; NULL: nothing that another file could be */
};

/*
 * Reads the fields of a record whose map is open; the current event is its first key or its end.
 * `at` is where the record stands, for what is missing in it. Returns false if the stream of
 * events broke off; other faults are only reported.
 */
bool reader_fields(struct reader *reader, const struct record *record, void *base, struct span at);

/*
 * Reads one value, the start of which is the current event, into `place`, the storage of `field`.
 * `base` is the struct around it. Returns as reader_fields.
 */
bool reader_value(struct reader *reader, const struct field *field, void *place);

/* Reads a scalar field; the current event is a scalar. */
void reader_scalar(struct reader *reader, const struct field *field, uint8_t kind, void *place);

/* Which fields of a record have been read, and where. */
struct reader_progress {
	const struct field *last;
	uint64_t seen; /* a bit for each field */
	uint32_t places[64];
};

/* Whether the current key makes another kind of the file than is read; reports it then. */
bool reader_key_makes_other(
	struct reader *reader, const struct record *record, const struct reader_progress *progress);

/* Finds the field for the current key and marks it; NULL after a report. */
const struct field *reader_key_accept(
	struct reader *reader, const struct record *record, struct reader_progress *progress);

/* Reports a key, `event`, that stands at `first_at` already. */
void reader_key_twice(struct reader *reader, const struct yaml_event *event, uint32_t first_at);

/* The span of the current event. */
struct span reader_span(const struct reader *reader, const struct yaml_event *event);

/* Whether the event is a plain scalar that says nothing: empty, ~ or null. */
bool reader_shape_is_nothing(const struct yaml_event *event);

/* Reports that a value has another shape than `field` wants. */
void reader_shape_report(struct reader *reader, const struct field *field, uint8_t kind,
	const struct yaml_event *event);

#endif
