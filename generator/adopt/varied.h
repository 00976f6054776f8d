/* Varied: whether a new module can say what its codes are under conditions. */
#ifndef ERRSPEC_ADOPT_VARIED_H
#define ERRSPEC_ADOPT_VARIED_H

#include "adopt/intake.h"

/* Whether a range holds the number of a code, and those of its variants. */
bool varied_fits(const struct code *code, const struct range *range);

/* Whether the code has the variants that were found, so that both are one number in any case. */
bool varied_is_like(const struct code *code, const struct found_code *found);

/* Drops the variants of a module, with a report, where a rule of specs is against one of them. */
void varied_settle(struct intake *intake, const struct intake_module *into);

#endif
