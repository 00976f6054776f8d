/* Writing: records as YAML for people, led by their field tables. */
#ifndef ERRSPEC_SPEC_WRITE_H
#define ERRSPEC_SPEC_WRITE_H

#include "base/buf.h"
#include "data/yaml_put.h"
#include "spec/field.h"

/*
 * Appends the fields of a record that people write, in the order of its table, each on lines of
 * its own from `place.column` on; the last line has its end. Absent and derived fields are left
 * out, and other records stand in their short forms where they have one. Reading it gives the
 * same record again, if it was not resolved.
 */
void write_record(struct buf *buf, const struct record *record, const void *base,
	struct yaml_put_place place);

/* Appends an entry of a map: its key at `place.column`, then the record, up to a line's end. */
void write_entry(struct buf *buf, const struct record *record, const void *base,
	struct yaml_put_place place);

/*
 * Appends a whole file: a record of a catalogue or module, below the line that leads editors to
 * `schema`, a path or address, unless that is empty.
 */
void write_file(struct buf *buf, const struct record *record, const void *base, struct str schema);

#endif
