/* Recall: what stands below the root from runs before. */
#ifndef ERRSPEC_OUTPUT_RECALL_H
#define ERRSPEC_OUTPUT_RECALL_H

#include "output/outputs.h"

/*
 * Reads the list of files that stands in the root. `spec` is the name of the spec's file, and the
 * remedies are shown in reports. From here on a file that errspec did not make is not replaced,
 * unless the run `replaces` what there is. False after a report.
 */
bool recall_list(
	struct outputs *outputs, struct str spec, const struct remedies *remedies, bool replaces);

/* Whether the list is still the one that recall_list has read: another run may have written it. */
bool recall_is_current(const struct outputs *outputs);

/* Opens a regular file below the root to read it; -1 for anything else, with errno set. */
int recall_open(const struct outputs *outputs, struct str path);

/* Whether an extra file below the root is there and is left to another spec; see ledger.h. */
bool recall_yields(const struct outputs *outputs, struct str path);

#endif
