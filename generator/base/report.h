/* The report: a sink's diagnostics as people read them, in the manner of the compilers. */
#ifndef ERRSPEC_BASE_REPORT_H
#define ERRSPEC_BASE_REPORT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"

/* How a report looks. */
struct report_style {
	bool with_colour;
	bool with_excerpt; /* the source line and a caret; else one line a diagnostic, as gcc's */
};

/* How many diagnostics the sink has not kept. */
uint32_t report_hidden(const struct diag_sink *sink);

/* What is said of them, with the option that shows them; empty if there are none. */
struct str report_rest(struct arena *arena, const struct diag_sink *sink);

/* Sorts the sink and appends every diagnostic, its notes and its help, and a count of the rest. */
void report_add(struct buf *buf, struct diag_sink *sink, struct report_style style);

#endif
