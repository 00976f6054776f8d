/* Spellings: the names and aliases of a module, each with its code, for lookups by name. */
#ifndef ERRSPEC_SPEC_SPELLING_H
#define ERRSPEC_SPEC_SPELLING_H

#include "spec/code.h"
#include "spec/module.h"

struct spelling {
	struct text name;
	const struct code *code;
	uint32_t offset; /* behind the code's name, where they stand in a row with NULs */
	bool is_alias;
};

extern const struct record spelling_record;

/* Makes the `spellings` of a struct module, sorted by their bytes. */
field_make spelling_make_all;

#endif
