/*
 * Modules made of what a file was found to say: each found code becomes a code of a module, or is
 * one that a module has already, and for each found value it is known where in the spec it went.
 *
 * Nothing is lost: where a value fits no field, or only changed, that is reported (ES075x), and
 * its place says that no field holds it as it stood.
 */
#ifndef ERRSPEC_ADOPT_MODULES_H
#define ERRSPEC_ADOPT_MODULES_H

#include "adopt/intake.h"

/*
 * Makes modules of what was found. Reports to the sink of `load` what had to change; NULL if
 * nothing can be made of it (no codes at all), after a report.
 */
struct adopted *
modules_adopt(struct load *load, const struct found *found, const struct intake_rules *rules);

#endif
