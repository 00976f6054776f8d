/* Known: the codes of a spec by their names, former ones too, and by their numbers. */
#ifndef ERRSPEC_ADOPT_KNOWN_H
#define ERRSPEC_ADOPT_KNOWN_H

#include "read/found.h"
#include "spec/module.h"

enum { KNOWN_ASKED = 100 }; /* codes of one name, or number, that are looked at */

/* A code under one of its names, or its number; several may have the same. */
struct known_code {
	struct module *module;
	struct code *code;
	struct known_code *next;
	bool *is_told; /* of the code: a program has said something of it */
};

/* A zeroed one knows nothing. */
struct known {
	struct table names; /* → the first of `codes` that has it */
	struct table numbers; /* their digits → the same */
	struct vec codes; /* struct known_code * */
};

/* Takes a code with its names and its number. */
void known_add(struct known *known, struct arena *arena, struct module *module, struct code *code);

/*
 * The codes that a found one may be: those called so, or where it has no name of its number; `next`
 * leads on. NULL if there is none.
 */
struct known_code *
known_of(const struct known *known, const struct found_code *found, bool *is_named);

/* The code among those of its name; NULL where it was not taken, or is one of very many. */
struct known_code *known_named(const struct known *known, struct str name, const struct code *code);

#endif
