/*
 * YAML as a stream of events with positions. The only file that knows libyaml, and the place
 * where everything is refused that errspec takes for dangerous or ambiguous: anchors, aliases,
 * merge keys, foreign tags, second documents, UTF-16, stray byte order marks, forbidden
 * characters, and whatever exceeds a limit.
 */
#ifndef ERRSPEC_DATA_YAML_H
#define ERRSPEC_DATA_YAML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/source.h"
#include "base/str.h"
#include "data/guide.h"
#include "data/prepared.h"

enum yaml_kind {
	YAML_ERROR, /* reported already; every further event is this one */
	YAML_SCALAR,
	YAML_LIST_START,
	YAML_LIST_END,
	YAML_MAP_START,
	YAML_MAP_END,
	YAML_END
};

struct yaml_event {
	enum yaml_kind kind;
	bool is_plain; /* a scalar without quotes, not a block scalar */
	uint32_t at; /* in characters from the start */
	uint32_t length; /* in the file, in characters */
	uint32_t comment; /* strict source: where one begins behind a plain scalar; 0: none */
	struct str text; /* the scalar; valid until the next event */
};

struct yaml; /* a reader */

/* Who is asked, from now on, where a key belongs that cannot be read where it stands. */
void yaml_guide(struct yaml *yaml, struct slip_guide guide);

/* Whether the current event is in brackets or braces. */
bool yaml_in_flow(const struct yaml *yaml);

/*
 * Reads from an open file, which it closes at the end, into events. `source` is the number of a
 * source counted in characters; if that is strict, what other readers of YAML refuse or read
 * otherwise is refused too. Memory comes from `arena`. Never NULL.
 */
struct yaml *yaml_open(struct arena *arena, struct diag_sink *sink, const struct limits *limits,
	int descriptor, uint32_t source);

/* As yaml_open for bytes in memory, which must outlive the reader. */
struct yaml *yaml_open_text(struct arena *arena, struct diag_sink *sink,
	const struct limits *limits, struct str text, uint32_t source);

/* As yaml_open_text for a text whose events are prepared: no limit and no rule is left to break. */
struct yaml *yaml_open_prepared(struct arena *arena, struct prepared prepared);

/* The next event. Stays valid until the next call. */
const struct yaml_event *yaml_next(struct yaml *yaml);

/* Goes back to before the first event. False after a report, as of what can be read only once. */
bool yaml_restart(struct yaml *yaml);

/* The event that yaml_next returned last. */
const struct yaml_event *yaml_current(const struct yaml *yaml);

/* Reads over the rest of the list or map whose start event was the last one, or over a scalar. */
void yaml_skip(struct yaml *yaml);

/* Ends the reading, closes the file and gives libyaml's memory back. */
void yaml_close(struct yaml *yaml);

#endif
