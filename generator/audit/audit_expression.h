/* Expressions: what the spec tells of the names that its constants are made of. */
#ifndef ERRSPEC_AUDIT_AUDIT_EXPRESSION_H
#define ERRSPEC_AUDIT_AUDIT_EXPRESSION_H

#include "audit/audit.h"
#include "reading/reading.h"

/*
 * Notes the numbers of names: where a code is 2 and its expression FOO + 1, FOO is 1. An expression
 * with several names tells none.
 */
void audit_expression_note(struct audit *audit);

/* A number that was noted by an audit; a header_constant_find. */
bool audit_expression_find(const void *audit, struct str name, struct header_known *known);

/* Whether a header spells the number of a code as the code's expression has it. */
bool audit_expression_is_there(
	struct audit *audit, const struct found_code *found, const struct audit_entry *entry);

#endif
