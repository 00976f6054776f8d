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
};

/* Set the upper part; the lower begins as zero. */
struct workshop {
	struct load *load;
	struct catalogue *catalogue;
	struct library library;
	struct vec named_paths; /* struct named_path */
	struct vec settings; /* struct setting */

	struct store store;
	struct vec shared; /* struct target *: those that others share */
	struct vec plans; /* struct plan *, in the order of preparation */
	uint32_t searched; /* sources in which `outputs` was looked for, and ... */
	bool names_outputs; /* ... whether a template among them has it */
};

#endif
