/* Texts: what a file says of a code, held against what the spec says of it. */
#ifndef ERRSPEC_AUDIT_AUDIT_TEXT_H
#define ERRSPEC_AUDIT_AUDIT_TEXT_H

#include "audit/audit_match.h"

/*
 * Reports each text of a found code that differs from the one that the spec has for the code
 * `match->by_number`; or once that the two mean something else, where no name tells that they do
 * not.
 */
void audit_text_compare(struct audit *audit, const struct audit_group *group,
	const struct found_code *code, const struct audit_match *match, uint32_t source);

#endif
