/*
 * Production: from a checked catalogue to outputs. Each target of a run is prepared first, its
 * manifest read, its templates bound and its identifiers checked; only when all are sound is
 * anything rendered.
 */
#ifndef ERRSPEC_TARGET_PRODUCTION_H
#define ERRSPEC_TARGET_PRODUCTION_H

#include "output/outputs.h"
#include "target/workshop.h"

/*
 * Prepares a target, for the modules that the catalogue wants of it. `from` is the place that
 * names the target. False after a report.
 */
bool production_prepare(struct workshop *workshop, struct str target, struct span from);

/*
 * Whether each of the settings found its entry in the vars of a prepared target; reports those that
 * did not. Comes when all targets are prepared.
 */
bool production_check_settings(struct workshop *workshop);

/* Renders everything that was prepared; false after a report. */
bool production_render(struct workshop *workshop, struct outputs *outputs);

#endif
