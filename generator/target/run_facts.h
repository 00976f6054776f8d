/* Run facts: what templates see of the run itself, below the catalogue. */
#ifndef ERRSPEC_TARGET_RUN_FACTS_H
#define ERRSPEC_TARGET_RUN_FACTS_H

#include "spec/field.h"

/* The lowest record on the stack of a template. */
struct run_facts {
	struct text
		spec; /* the file that an output comes from, relative to the catalogue's folder */
	struct text target;
	struct text path; /* of the output */
	const void *vars; /* of the record that the manifest declares */
	const void *outputs; /* of the record of the target's files; see siblings.h */
	/* Fills that record when a template first asks for it; NULL: it stays as it is. */
	void (*relate)(void *relation);
	void *relation;
};

/* As far as all targets have it: without the fields of `vars` and `outputs`. */
extern const struct record run_facts_record;

enum { RUN_FACTS = 5 };

/* The table of run facts for one target. Points into itself. */
struct run_facts_table {
	struct record record;
	struct field fields[RUN_FACTS];
};

/* Makes the table, with the records of the target's vars and of its files. */
void run_facts_tabulate(
	struct run_facts_table *table, const struct record *vars, const struct record *outputs);

#endif
