/* Groups: the codes of a module in portions, for languages that bear only so many in one piece. */
#ifndef ERRSPEC_SPEC_GROUP_H
#define ERRSPEC_SPEC_GROUP_H

#include "spec/module.h"

/* The most codes of a group: code that makes them all, with ten texts each, stays below 64 KB. */
enum { GROUP_SIZE = 500 };

struct group {
	struct vec codes; /* struct code *: a part of the module's `by_code` */
};

extern const struct record group_record;

/* Makes the `groups` of a struct module. */
field_make group_make_all;

#endif
