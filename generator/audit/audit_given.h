/* What is given: of the variants of codes those that hold with the macros that a user names. */
#ifndef ERRSPEC_AUDIT_AUDIT_GIVEN_H
#define ERRSPEC_AUDIT_AUDIT_GIVEN_H

#include "audit/audit.h"
#include "reading/reading.h"

/* Chooses the variant of each code for which macros decide all that has to be asked for it. */
void audit_given_choose(
	struct audit *audit, const struct load *load, const struct header_options *macros);

#endif
