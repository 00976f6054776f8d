/* Regions: the parts of a file between markers, as they are read. */
#ifndef ERRSPEC_TARGET_REGION_H
#define ERRSPEC_TARGET_REGION_H

#include "base/diag.h"
#include "base/out.h"
#include "base/vec.h"
#include "target/marker.h"

struct file_region {
	struct region_marker begin;
	struct span span; /* of the marker that begins it, as all its reports */
	size_t at, end; /* what stands between the markers, in bytes of the file */
};

/*
 * Appends the regions of a source, which is in memory, to `regions` (struct file_region), in their
 * order. Markers that are none, or that lack their other end, are reported; false then.
 */
bool region_read(struct diag_sink *sink, uint32_t source, struct vec *regions);

/* Where in the file a word of the marker that begins the region stands. */
struct span region_span(const struct file_region *region, struct str word);

/*
 * Puts what was rendered between the markers: indented as the first of them, with its line end, and
 * without empty lines at both ends. False after a report that a line would be a marker itself.
 */
bool region_put(struct diag_sink *sink, const struct file_region *region, struct str rendered,
	struct out *out);

#endif
