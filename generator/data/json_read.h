/* Reading JSON (RFC 8259) into values. */
#ifndef ERRSPEC_DATA_JSON_READ_H
#define ERRSPEC_DATA_JSON_READ_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "data/value.h"

/*
 * Reads the text of `source`, which is counted in bytes and must stay: strings without escapes are
 * slices of it, the others are in `texts`, which may outlive the tree. Numbers keep their
 * spelling. A key that stands twice is refused, as is anything behind the value. NULL after a
 * report.
 */
struct value *json_read(struct arena *arena, struct arena *texts, struct diag_sink *sink,
	const struct limits *limits, uint32_t source);

#endif
