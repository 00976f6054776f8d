/* The head of a file: its title, what it says before its codes, and its comments. */
#ifndef ERRSPEC_ADOPT_HEAD_H
#define ERRSPEC_ADOPT_HEAD_H

#include "adopt/intake.h"

/*
 * Places the head and the titles of groups: in the module where there is one new module, else in
 * the document; what is there already is found. Comes after the document was made.
 */
void head_place(struct intake *intake);

#endif
