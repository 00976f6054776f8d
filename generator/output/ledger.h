/*
 * Ledgers: what the list of files said before the run. Several specs may share an output folder;
 * each has its own part of the list, by the name of its file.
 */
#ifndef ERRSPEC_OUTPUT_LEDGER_H
#define ERRSPEC_OUTPUT_LEDGER_H

#include <stdbool.h>

#include "base/table.h"
#include "output/listing.h"

/* A zeroed ledger is that of a folder without a list. */
struct ledger {
	struct str spec; /* whose run it is */
	struct vec entries; /* struct listing_entry, in the order of the list */
	struct table own; /* paths of this spec, or of nobody knows which → their entries */
	struct table others; /* paths of other specs → their entries */
	struct str text; /* of the list; its data is NULL if there was none */
};

/*
 * Takes in the list that stands in the folder `root`; its text must stay. `spec` is the path of the
 * spec from there, "": none. What specs gave that are there no longer belongs to whoever comes.
 */
void
ledger_read(struct ledger *ledger, struct arena *arena, int root, struct str spec, struct str text);

/* Whether the entry belongs to the spec of this run. */
bool ledger_is_own(const struct ledger *ledger, const struct listing_entry *entry);

/* Whether the list names the path, whoever gives it. */
bool ledger_has(const struct ledger *ledger, struct str path);

/* The version of errspec that changed a file of this spec last; empty: not known. */
struct str ledger_version(const struct ledger *ledger, struct str path);

/* The other spec that alone gives the path so far; empty: none does, or this one does too. */
struct str ledger_owner(const struct ledger *ledger, struct str path);

#endif
