/* Placing: the values of a found code go to the fields of a code, or are found there already. */
#ifndef ERRSPEC_ADOPT_PLACING_H
#define ERRSPEC_ADOPT_PLACING_H

#include "adopt/intake.h"

/* Puts all values of a found code into a new code, which has its number. */
void placing_new(struct intake *intake, struct intake_module *into, struct adopted_code *code);

/*
 * Places the values of a found code whose number was found before: what is new is added, and what
 * contradicts becomes a case of the code.
 */
void placing_again(struct intake *intake, struct intake_module *into, struct adopted_code *code);

/* Finds the values of a found code in one that the catalogue has; what differs is reported. */
void placing_known(struct intake *intake, struct intake_module *into, struct adopted_code *code);

/*
 * Puts the values of a found code, in another language, into a code that says what is translated;
 * a message that is not the source's is taken, too.
 */
void
placing_translated(struct intake *intake, struct intake_module *into, struct adopted_code *code);

/* Puts the values of a row for all other codes into the catch_all, or finds them there. */
void placing_catch_all(struct intake *intake, struct adopted_code *code, bool is_new);

/*
 * Reports messages of a translation that differ from the spec, if it has others in the same words;
 * where all of them differ they are translated.
 */
void placing_report_drifts(struct intake *intake);

/* The placeholders of a message become parameters, of no known type but text. */
void placing_params(struct arena *arena, struct code *code);

#endif
