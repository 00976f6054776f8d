/* Languages: in which of those of the catalogue a file is written. */
#ifndef ERRSPEC_AUDIT_AUDIT_LANGUAGE_H
#define ERRSPEC_AUDIT_AUDIT_LANGUAGE_H

#include "audit/audit_match.h"

/*
 * Sets the audit's language to that whose texts the file has most of; to none where the language
 * of the catalogue has as many.
 */
void audit_language_choose(struct audit *audit, const struct found *found);

#endif
