/* Parts: what the marker of a region asks for, and the templates and records that it is made of. */
#ifndef ERRSPEC_TARGET_REGION_PART_H
#define ERRSPEC_TARGET_REGION_PART_H

#include "target/region.h"
#include "target/region_file.h"

struct region_part {
	const struct file_region *region;
	struct plan *plan; /* NULL: the run does not make the target, and the region stays */
	const struct planned_output *planned;
	const void *record; /* the module or document; NULL: it is of the whole catalogue */
	struct str name; /* of the record */
};

/* Finds what a region of the file asks for; false after a report at a word of its marker. */
bool region_part_find(struct workshop *workshop, const struct region_file *file,
	const struct file_region *region, struct region_part *part);

#endif
