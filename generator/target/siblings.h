/*
 * Siblings: the files of one target as one of them sees the others, by the names of their outputs,
 * so that they name each other rightly wherever --output puts them.
 */
#ifndef ERRSPEC_TARGET_SIBLINGS_H
#define ERRSPEC_TARGET_SIBLINGS_H

#include "spec/field.h"
#include "target/target.h"

/* A file, as another one sees it. */
struct sibling {
	struct text path; /* relative to the folder of the other */
	struct text dotted; /* the same with "./" before it, unless it begins with "../" */
	struct text stem; /* `path` without the last dot of its name and what follows it */
	struct text dotted_stem; /* the same of `dotted` */
	struct text folder; /* what of `path` leads to its folder; empty: that of the other */
	bool moved; /* --output puts it there */
};

extern const struct record sibling_record;

/* A record of one field for each output of a target. */
struct siblings {
	struct record record;
	const struct sibling **slots; /* of the record; NULL: there is no such file, or several */
};

/* The record for a target, whose slots are NULL yet. */
struct siblings siblings_tabulate(struct arena *arena, const struct target *target);

/* The file at `path` for the one at `from`; both as typed or shown, from the working directory. */
struct sibling *sibling_of(struct arena *arena, struct str from, struct str path);

#endif
