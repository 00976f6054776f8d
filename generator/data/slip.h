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
 * Reports why the line at the scene's place is not indented, which lies within brackets, braces or
 * quotes: it begins with a key or a dash, so that a quote before it was forgotten, or it belongs to
 * a merge, or the end of the brackets is taken for a comment. False without a report if it cannot
 * be told.
 */
bool slip_report_shallow(struct diag_sink *sink, const struct slip_scene *scene);

/* Reports an unresolved merge of the source, if there is one, as slip_report does. */
bool slip_report_merge(struct diag_sink *sink, uint32_t source);

/* The name before the first colon or blank of a text, which may be a key; empty: it is none. */
struct str slip_first_name(struct str text);

/*
 * Reports that a line, or a key in braces, has no colon with a blank behind it. What follows from
 * that is not reported by slip_report.
 */
void slip_report_colon(struct diag_sink *sink, struct span span);

#endif
