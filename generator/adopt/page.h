/* Pages: the entry of the catalogue under which a document that was adopted is made again. */
#ifndef ERRSPEC_ADOPT_PAGE_H
#define ERRSPEC_ADOPT_PAGE_H

#include "adopt/intake.h"

/*
 * Makes the document of an intake, or finds the one that the catalogue has under `name`: its
 * parts, what it calls the parts of a code, its columns and what it shows in empty cells. Its
 * title, intro and metadata are left to the caller.
 */
void page_make(struct intake *intake, struct str name);

#endif
