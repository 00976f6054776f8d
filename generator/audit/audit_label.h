/* Labels: what a file calls the parts of its codes, held against its documents in the catalogue. */
#ifndef ERRSPEC_AUDIT_AUDIT_LABEL_H
#define ERRSPEC_AUDIT_AUDIT_LABEL_H

#include "audit/audit_match.h"

/*
 * Reports labels, and headings of columns, that no document of the catalogue that shows the module
 * has there, each of them once; without such a document, those that differ from what most codes of
 * the group have.
 */
void audit_label_compare(
	struct audit *audit, const struct audit_group *group, const struct found *found);

#endif
