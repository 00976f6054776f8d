/* Summaries: the files of an audit, and what was found in each, in numbers. */
#ifndef ERRSPEC_AUDIT_AUDIT_SUMMARY_H
#define ERRSPEC_AUDIT_AUDIT_SUMMARY_H

#include "audit/audit.h"
#include "base/buf.h"

/*
 * Appends a table, with totals at its end, or the same as JSON. Files with nothing of the spec in
 * them, and programs without findings, are counted and not listed.
 */
void audit_summary_add(struct buf *buf, const struct audit *audit);
void audit_summary_add_json(struct buf *buf, const struct audit *audit);

#endif
