/* Views: what the templates of a target see, for those who write them. */
#ifndef ERRSPEC_TARGET_VIEW_H
#define ERRSPEC_TARGET_VIEW_H

#include "data/json.h"
#include "target/workshop.h"

/*
 * Writes, as one object, what a prepared target's templates see: the places, the run, the catalogue
 * with all that is derived, and the files with the records on their stacks. Beside each name stand
 * its casings, beside each integer its hexadecimal digits, beside each text those of its escaped
 * forms that differ. False after a report.
 */
bool view_write(struct json *json, struct workshop *workshop);

#endif
