/* Workshops: what the targets of a run share, from the catalogue to what is planned of each. */
#ifndef ERRSPEC_TARGET_WORKSHOP_H
#define ERRSPEC_TARGET_WORKSHOP_H

#include "spec/catalogue.h"
#include "spec/load.h"
#include "target/library.h"

/* A path of its own for an output: the output's name, or TARGET.NAME, and the path. */
struct named_path {
	struct str name;
	struct str path;
	uint32_t used; /* how many files asked for it */
	const struct plan *user; /* whose file was the first */
};

struct workshop {
	struct load *load;
	struct catalogue *catalogue;
	struct vec named_paths; /* struct named_path */
	struct vec settings; /* struct setting */

	struct library library;
	struct store store;
	struct vec shared; /* struct target *: those that others share */
	struct vec plans; /* struct plan *, in the order of preparation */
	struct vec edited; /* uint32_t: sources with regions, as they were read last */
};

/*
 * Begins a workshop over a catalogue, with no paths of outputs and no settings: `templates` is the
 * folder of targets that was typed, or empty. False after a report of a folder that cannot be read.
 */
bool workshop_open(struct workshop *workshop, struct load *load, struct catalogue *catalogue,
	struct str templates);

#endif
