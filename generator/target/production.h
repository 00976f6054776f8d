/*
 * Production: from a checked catalogue to outputs. Each target of a run is prepared first, its
 * manifest read, its templates bound and its identifiers checked; only when all are sound is
 * anything rendered.
 */
#ifndef ERRSPEC_TARGET_PRODUCTION_H
#define ERRSPEC_TARGET_PRODUCTION_H

#include "base/globs.h"
#include "output/outputs.h"
#include "target/wishes.h"
#include "target/workshop.h"

/*
 * Prepares all targets that are wished for, whatever becomes of the first. If all are sound, checks
 * what they tell together: that each setting has found its var, and that each code is shown by a
 * document; see shown.h. What modules give to other targets is checked by their manifests. False
 * after a report.
 */
bool production_prepare(struct workshop *workshop, const struct wishes *wishes);

/* The code of which a prepared target makes this identifier, and its module; or NULL. */
const struct code *
production_find(struct workshop *workshop, struct str identifier, const struct module **module);

/*
 * Adds to `patterns` what the tools of these targets leave in the output folder, of those that were
 * not prepared too, as far as they can be read; and the files of people with regions.
 */
void
production_leaves(struct workshop *workshop, const struct wishes *wishes, struct globs *patterns);

/*
 * Whether all that was prepared has paths at which it can be made together, below a folder of this
 * name; reports if not. No file is looked at.
 */
bool production_paths(struct workshop *workshop, struct str root);

/* Renders everything that was prepared; false after a report. */
bool production_render(struct workshop *workshop, struct outputs *outputs);

#endif
