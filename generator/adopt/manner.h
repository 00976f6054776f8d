/* Manner: a new module is written again as the file writes it that it comes from. */
#ifndef ERRSPEC_ADOPT_MANNER_H
#define ERRSPEC_ADOPT_MANNER_H

#include "adopt/intake.h"

/*
 * Gives the target of such files what the greatest of the module's groups says; a module of this
 * run that has some by now what is said of functions.
 */
void manner_keep(struct intake *intake, const struct intake_module *into);

/* Adds the traits as vars, but for those that are there. */
void manner_add(struct arena *arena, struct value *vars, const struct found_trait *trait);

/* The vars but for this one. */
struct value *manner_without(struct arena *arena, const struct value *vars, struct str var);

/* Makes the target one of those of a catalogue that is new. */
void manner_choose(struct arena *arena, struct catalogue *catalogue, struct str target);

#endif
