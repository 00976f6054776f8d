/* Which targets there are. */
#ifndef ERRSPEC_TARGET_TARGET_NAMES_H
#define ERRSPEC_TARGET_TARGET_NAMES_H

#include "target/library.h"
#include "target/target.h"

/* Begins as zero. */
struct target_names {
	struct vec items; /* struct str, each once */
	struct table index; /* → the place in `items` */
};

/*
 * Appends the targets that people choose among to `names`: those of the library, and then those
 * that are built in.
 */
void target_names(struct load *load, const struct library *library, struct target_names *names);

/* Reports that the target that is named in `source` is none of them, and which may be meant. */
void target_names_report(
	struct load *load, const struct library *library, struct text name, uint32_t source);

#endif
