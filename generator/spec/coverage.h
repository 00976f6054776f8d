/* Coverage: how much of a module is translated. */
#ifndef ERRSPEC_SPEC_COVERAGE_H
#define ERRSPEC_SPEC_COVERAGE_H

#include "spec/catalogue.h"
#include "spec/load.h"
#include "spec/translation.h"

enum { COVERAGE_GAPS = 3 };

/* A text that is not translated, or not as it is now. */
struct coverage_gap {
	struct str owner; /* the code or group; "catch_all" or "the module" */
	struct str part;
};

/* What is counted. */
struct coverage {
	uint32_t texts; /* that there are to translate */
	uint32_t translated; /* of them, as they are now */
	uint32_t stale; /* of them, but as they were once */
	struct coverage_gap gaps[COVERAGE_GAPS]; /* the first of the others */
	uint32_t gap_count; /* how many of `gaps` there are */
};

/*
 * The coverage of a module by a translation, which may be NULL; of one part, or, for WORDING_PARTS,
 * of all. Of all, a message counts only where it is translated: programs print it as it is.
 */
struct coverage coverage_of(struct load *load, const struct module *module,
	const struct translation *translation, enum wording_part part);

/* How much of it is translated, in whole percents, rounded down. */
uint32_t coverage_percent(const struct coverage *coverage);

/*
 * Reports each language of which less than `least` percent of this part, or of all, are translated,
 * and what its modules lack; false if there is one.
 */
bool coverage_check(struct load *load, const struct catalogue *catalogue, enum wording_part part,
	uint32_t least);

#endif
