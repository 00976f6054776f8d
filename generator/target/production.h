/*
 * Production: from a checked catalogue to outputs. Each target of a run is prepared first, its
 * manifest read, its templates bound and its identifiers checked; only when all are sound is
 * anything rendered.
 */
#ifndef ERRSPEC_TARGET_PRODUCTION_H
#define ERRSPEC_TARGET_PRODUCTION_H

#include "mustache/bind.h"
#include "mustache/store.h"
#include "output/outputs.h"
#include "spec/catalogue.h"
#include "spec/load.h"
#include "target/setting.h"
#include "target/target.h"

/* A path of its own for an output: the output's name, or TARGET.NAME, and the path. */
struct named_path {
	struct str name;
	struct str path;
	uint32_t used; /* how many files asked for it */
};

/* Set the upper part; the lower begins as zero. */
struct production {
	struct load *load;
	struct catalogue *catalogue;
	struct str templates; /* a folder that goes before the built-in targets; may be empty */
	struct vec named_paths; /* struct named_path */
	struct vec settings; /* struct setting */

	struct store store;
	struct vec plans; /* struct plan *, in the order of preparation */
};

/*
 * Prepares a target, for the modules that the catalogue wants of it. `from` is the place that
 * names the target. False after a report.
 */
bool production_prepare(struct production *production, struct str target, struct span from);

/*
 * Whether each of the settings found its entry in the vars of a prepared target; reports those that
 * did not. Comes when all targets are prepared.
 */
bool production_check_settings(struct production *production);

/* Renders everything that was prepared; false after a report. */
bool production_render(struct production *production, struct outputs *outputs);

#endif
