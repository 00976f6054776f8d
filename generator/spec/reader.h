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
#include "base/table.h"
#include "data/yaml.h"
#include "spec/field.h"
#include "spec/level.h"

struct reader {
	struct arena *arena;
	struct arena *scratch; /* for what is not needed after reading */
	struct diag_sink *sink;
	const struct limits *limits;
	struct yaml *yaml;
	uint32_t source;
	const struct record *top; /* what the file is; NULL: nothing that another file could be */
	struct levels *levels; /* of the file; NULL: a value alone is read */
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
	uint64_t meant; /* by keys that are misspelt, as was said */
	uint32_t places[64];
	struct span at; /* of the record */
	bool is_beside; /* it was said that keys stand where they do not belong */
	bool is_open; /* nothing stands under the last field, as if it were to come */
};

/* What has been read of a map. */
struct reader_entries {
	struct table keys;
	struct text empty; /* the key of the last entry, if nothing stands under it */
	bool is_beside; /* as in a record */
	bool goes_on; /* that was said of the last entry */
	bool is_lost; /* a key without a value stood among them, and what follows belongs to it */
};

/* Whether the current key makes another kind of the file than is read; reports it then. */
bool reader_key_makes_other(
	struct reader *reader, const struct record *record, const struct reader_progress *progress);

/* The field for a key, which mostly comes behind the last one found; NULL if there is none. */
const struct field *
reader_key_find(const struct record *record, const struct field *last, struct str key);

/* Marks the field of the current key; false after a report. */
bool reader_key_accept(struct reader *reader, const struct record *record,
	const struct field *field, struct reader_progress *progress);

/* Reports a key, `event`, that stands at `first_at` already. */
void reader_key_twice(struct reader *reader, const struct yaml_event *event, uint32_t first_at);

/*
 * Reports the current key, which the record does not have, and goes over its value. Returns as
 * reader_fields.
 */
bool reader_key_unknown(
	struct reader *reader, const struct record *record, struct reader_progress *progress);

/*
 * Whether the current key of a map of records belongs to the entry before it, which has nothing:
 * it is a key of the record. That is reported once.
 */
bool reader_key_is_beside(
	struct reader *reader, const struct record *record, struct reader_entries *entries);

/* How many errors there were, and what was read, before the current key of a map of records. */
struct reader_entry {
	struct span at; /* of the key */
	struct level_before before;
	uint32_t errors;
};

/* To be called where the key is current. */
struct reader_entry reader_key_begin(struct reader *reader);

/*
 * Reports that the entry's key belongs to another level, where its value is wrong for the map.
 * That takes the place of all that was reported of it.
 */
void reader_key_end(
	struct reader *reader, const struct reader_entry *entry, struct reader_entries *entries);

/* level_find for the key, where `context` is the reader, as a guide of slips. */
bool reader_key_level(void *context, const struct slip_key *key, struct slip_level *level);

/* The span of the current event. */
struct span reader_span(const struct reader *reader, const struct yaml_event *event);

/* Whether the event is a plain scalar that says nothing: empty, ~ or null. */
bool reader_shape_is_nothing(const struct yaml_event *event);

/* Reports that a value has another shape than `field` wants. */
void reader_shape_report(struct reader *reader, const struct field *field, uint8_t kind,
	const struct yaml_event *event);

#endif
