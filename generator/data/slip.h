/*
 * Slips: what people meant where YAML cannot be read. libyaml says where it gave up; the text
 * around that place tells the cause.
 */
#ifndef ERRSPEC_DATA_SLIP_H
#define ERRSPEC_DATA_SLIP_H

#include <stdbool.h>
#include <stdint.h>

#include "data/scene.h"

/*
 * Reports the slip at its place, and takes back what was reported of the source from there on: it
 * followed from the slip. False without a report if none is known.
 */
bool slip_report(struct diag_sink *sink, const struct slip_scene *scene);

/*
 * Reports a quote that is closed in a later line, if the line at the scene's place, which lies
 * within it, looks like one that begins with a key or a dash: the quote before it was forgotten.
 */
bool slip_report_open(struct diag_sink *sink, const struct slip_scene *scene);

/* Reports an unresolved merge of the source, if there is one, as slip_report does. */
bool slip_report_merge(struct diag_sink *sink, uint32_t source);

/*
 * Reports that a text begins with a bracket, which stands at `at`, without quotes. False without a
 * report if it begins with none or ends in another line, and, unless it can be `only` a text, if
 * it has a key with a value.
 */
bool slip_report_bracket(struct diag_sink *sink, uint32_t source, uint32_t at, bool only);

/*
 * Reports that the key at the span stands beside `parent`, the key at `parent_at`, to which it
 * belongs.
 */
void
slip_report_beside(struct diag_sink *sink, struct span key, struct str parent, uint32_t parent_at);

#endif
