/* Known: the codes of a spec by their names, former ones too, and by their numbers. */
#ifndef ERRSPEC_ADOPT_KNOWN_H
#define ERRSPEC_ADOPT_KNOWN_H

#include "read/found.h"
#include "spec/catalogue.h"

enum { KNOWN_ASKED = 100 }; /* codes of one name, or number, that are looked at */

/* A code under one of its names, or its number; several may have the same. */
struct known_code {
	struct module *module;
	struct code *code;
	struct known_code *next;
	uint32_t *told; /* of the code: the turn in which a program said something of it last */
};

/* A zeroed one knows nothing. */
struct known {
	struct table names; /* → the first of `codes` that has it */
	struct table numbers; /* their digits → the same */
	struct vec codes; /* struct known_code * */
	struct vec seen; /* uint32_t: how many codes of each module of the catalogue are known */
	uint32_t turn; /* of the programs, from 1 */
};

/* Takes the next code of a module, which has its place, with its names and its number. */
void known_add(struct known *known, struct arena *arena, struct module *module, struct code *code);

/* Takes what came to the catalogue since the last time; it only grows. Sets places of modules. */
void known_update(struct known *known, struct arena *arena, const struct catalogue *catalogue);

/* The number of the code of this name, or NULL. */
const struct number *known_number(const struct known *known, struct str name);

/* Whether something was said of a code in this turn; it is, from now on. */
bool known_is_told(const struct known *known, const struct known_code *code);
void known_tell(const struct known *known, struct known_code *code);

/*
 * The codes that a found one may be: those called so, or where it has no name of its number; `next`
 * leads on. NULL if there is none.
 */
struct known_code *
known_of(const struct known *known, const struct found_code *found, bool *is_named);

/* The code among those of its name; NULL where it was not taken, or is one of very many. */
struct known_code *known_named(const struct known *known, struct str name, const struct code *code);

#endif
