/* Reading YAML into values. */
#ifndef ERRSPEC_DATA_VALUE_READ_H
#define ERRSPEC_DATA_VALUE_READ_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/value.h"
#include "data/yaml.h"

/*
 * Reads the value whose start is the reader's current event. Duplicate keys, merge keys and keys
 * that are no scalars are reported; if the reading is strict, scalars too of which YAML readers
 * make different values. A stream that holds nothing is null. Returns false if it broke off, after
 * a report.
 */
bool value_read_yaml(struct arena *arena, struct diag_sink *sink, struct yaml *yaml,
	uint32_t source, bool is_strict, struct value **value);

/* What YAML means by a plain scalar: null, true, false or a number, else a text. */
struct value value_read_plain(struct arena *arena, struct str text);

#endif
