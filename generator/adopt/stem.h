/* Stems: what the names of the constants of a module begin with. */
#ifndef ERRSPEC_ADOPT_STEM_H
#define ERRSPEC_ADOPT_STEM_H

#include "adopt/intake.h"

/*
 * Sets the `stem` of each module of loose constants alone: the whole words that the names of all
 * of them begin with, if there are two or more. A heading above such constants is a comment, which
 * may say anything, so that no module is called by it where they have a stem.
 */
void stem_find(struct intake *intake);

#endif
