/* Wishes: the targets that a run prepares, each once, and the places that ask for them. */
#ifndef ERRSPEC_TARGET_WISHES_H
#define ERRSPEC_TARGET_WISHES_H

#include "base/table.h"
#include "spec/catalogue.h"

struct wish {
	struct str name;
	struct span from;
};

struct wishes {
	struct vec items; /* struct wish */
	struct table names; /* → the place in `items` */
	bool is_partial; /* they are not all that the catalogue asks for */
};

/* Adds a target, unless it is there already. */
void wishes_add(struct wishes *wishes, struct arena *arena, struct str name, struct span from);

/* Everything that a catalogue asks for, or a module without one: targets, layouts of documents. */
struct wishes wishes_of(const struct catalogue *catalogue, struct arena *arena);

#endif
