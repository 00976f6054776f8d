/* Heads: the title and the comments above the codes of a document, held against the catalogue. */
#ifndef ERRSPEC_AUDIT_AUDIT_HEAD_H
#define ERRSPEC_AUDIT_AUDIT_HEAD_H

#include "audit/audit.h"

/*
 * Reports a title, and values of comments, that differ from what the module and the documents that
 * show it have. `owner` is the only module that the file covers.
 */
void audit_head_compare(
	struct audit *audit, const struct found *found, const struct audit_module *owner);

#endif
