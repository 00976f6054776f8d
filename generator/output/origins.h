/* Origins: the files that a run has read, however they are called. */
#ifndef ERRSPEC_OUTPUT_ORIGINS_H
#define ERRSPEC_OUTPUT_ORIGINS_H

#include <stdbool.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/source.h"
#include "base/table.h"

struct origins {
	struct table files; /* by device and number: each source by itself and behind a link */
	uint32_t sources; /* how many of the sources were looked at */
};

/* Whether a file is one of the sources that were read so far. */
bool origins_have(struct origins *origins, struct arena *arena, const struct source_set *sources,
	const struct stat *status);

#endif
