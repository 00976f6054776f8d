/* Clashes: groups of codes that say different things under one code. */
#ifndef ERRSPEC_ADOPT_CLASH_H
#define ERRSPEC_ADOPT_CLASH_H

#include "adopt/intake.h"

/* The codes of some groups. A zeroed one has none; its memory is the intake's scratch. */
struct clash_book {
	struct table codes;
	struct vec seen; /* const struct found_code *, as `codes` counts them */
};

/* Whether a code of the group contradicts one of the book; with `report` the first is reported. */
bool clash_find(struct intake *intake, const struct found_group *group,
	const struct clash_book *book, bool report);

/* Adds the codes of a group that the book does not have. */
void clash_note(struct intake *intake, const struct found_group *group, struct clash_book *book);

#endif
