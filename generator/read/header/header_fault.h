/* Why something has no number, and how it is reported. */
#ifndef ERRSPEC_READ_HEADER_HEADER_FAULT_H
#define ERRSPEC_READ_HEADER_HEADER_FAULT_H

#include <stdbool.h>

#include "base/diag.h"

enum header_fault {
	HEADER_FAULT_NONE, /* it has one */
	HEADER_FAULT_FOREIGN, /* a pointer, a floating number */
	HEADER_FAULT_NO_EXPRESSION,
	HEADER_FAULT_MALFORMED,
	HEADER_FAULT_TOO_LARGE,
	HEADER_FAULT_CHARACTER,
	HEADER_FAULT_OVERFLOW,
	HEADER_FAULT_DIVISION,
	HEADER_FAULT_SHIFT,
	HEADER_FAULT_SIZE,
	HEADER_FAULT_TYPE, /* with the name of the type */
	HEADER_FAULT_NAME, /* with the name */
	HEADER_FAULT_ENUM_TYPE,
	HEADER_FAULT_COUNT,
	HEADER_FAULT_TOO_LONG,
	HEADER_FAULT_NO_NAME,
	HEADER_FAULT_MACRO,
	HEADER_FAULT_EXPANSION
};

/* Whether it is merely that something is not known here, and another header may say it. */
bool header_fault_is_unknown(enum header_fault fault);

/* Reports that `name`, at the span, has no number; `unknown` is the type or name it lacks. */
void header_fault_report(struct diag_sink *sink, enum header_fault fault, struct span span,
	struct str name, struct str unknown);

#endif
