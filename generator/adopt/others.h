/* Others: what a file says of a code under further keys of a spec, as its severity or its links. */
#ifndef ERRSPEC_ADOPT_OTHERS_H
#define ERRSPEC_ADOPT_OTHERS_H

#include "adopt/intake.h"

/* Puts the others of a found code into a new code; what the spec does not take is reported. */
void others_put(struct intake *intake, struct intake_module *into, const struct adopted_code *code);

/* Reports the others of a found code that its code, which is there already, does not say. */
void
others_compare(struct intake *intake, struct intake_module *into, const struct adopted_code *code);

#endif
