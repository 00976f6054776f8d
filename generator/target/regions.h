/*
 * Files with regions: what people write and a spec names under 'regions', and what the targets of a
 * run make of them. All that stands outside of the regions stays byte for byte.
 */
#ifndef ERRSPEC_TARGET_REGIONS_H
#define ERRSPEC_TARGET_REGIONS_H

#include <stdbool.h>

#include "base/globs.h"
#include "output/outputs.h"
#include "target/workshop.h"

/* Takes the paths of the files, none of which is looked at; false after a report. */
bool regions_claim(struct workshop *workshop, struct outputs *outputs);

/*
 * Reads the files that targets of the run have regions in, and renders these, before all other
 * outputs; false after a report. Regions of targets that are not made stay as they are.
 */
bool regions_render(struct workshop *workshop, struct outputs *outputs);

/* Adds the paths of all these files, whether they are of this run or not. */
void regions_globs(struct workshop *workshop, struct globs *patterns);

#endif
