/*
 * Orphans: files that errspec wrote once and that nothing in the spec gives now. They are found
 * with the list of files, or, in a folder that only errspec writes to, on disk.
 */
#ifndef ERRSPEC_OUTPUT_ORPHANS_H
#define ERRSPEC_OUTPUT_ORPHANS_H

#include <stdbool.h>

#include "base/globs.h"
#include "output/outputs.h"

struct orphans_rules {
	const struct str *made; /* targets that the run makes */
	size_t made_count;
	bool is_partial; /* what other targets made stays */
	bool is_exclusive; /* only errspec writes below the root: any other file is an orphan */
	struct span asked; /* where that is asked for */
	const struct globs *ignored; /* of paths that are no orphans all the same */
	bool prunes; /* orphans are removed that errspec made, if they are as it made them */
};

/*
 * Finds the orphans, after the last output, and makes the list of files the last but for it. In
 * OUTPUTS_WRITE orphans are prepared for removal, or warned of; otherwise they wait for
 * outputs_report and outputs_patch. What other specs made is none. False after a report. What the
 * run has read is no orphan: where it stands in a folder that only errspec writes to, that is an
 * error.
 */
bool orphans_settle(struct outputs *outputs, const struct orphans_rules *rules);

#endif
