/* Portions: the codes of a module in parts, for languages that bear only so many in one piece. */
#ifndef ERRSPEC_SPEC_PORTION_H
#define ERRSPEC_SPEC_PORTION_H

#include "spec/module.h"

/* The most codes of a portion: code that makes them all, with ten texts each, stays below 64 KB. */
enum { PORTION_SIZE = 500 };

struct portion {
	struct vec codes; /* struct code *: a part of the module's `by_code` */
};

extern const struct record portion_record;

/* Makes the `portions` of a struct module. */
field_make portion_make_all;

#endif
