/*
 * Refusals: values of vars that contradict each other, or the codes of a module, and texts that
 * the target cannot write. The manifest names a template that prints what is wrong: a line for
 * each, the name of a var, "message." and that of a code, or "unknown_message", and then a
 * sentence.
 */
#ifndef ERRSPEC_TARGET_REFUSALS_H
#define ERRSPEC_TARGET_REFUSALS_H

#include "target/plan.h"

/*
 * Reports what the target refuses of each module, where the var has its value, at the text, or at
 * the name of the module. False after a report.
 */
bool refusals_check(struct workshop *workshop, struct plan *plan);

#endif
