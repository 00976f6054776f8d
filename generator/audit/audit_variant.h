/* Variants: what a header says that a code is under conditions, compared with the spec. */
#ifndef ERRSPEC_AUDIT_AUDIT_VARIANT_H
#define ERRSPEC_AUDIT_AUDIT_VARIANT_H

#include "audit/audit.h"

/*
 * Reports where a found code that has variants has another number in the spec, or none under the
 * same condition. What an expression of the spec is nobody knows here.
 */
void audit_variant_compare(struct audit *audit, const struct found *found,
	const struct found_code *code, const struct audit_entry *entry);

#endif
