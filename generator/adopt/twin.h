/*
 * Twins: documents that say the same as a spec in another language. Adopted into copies of its
 * modules that say nothing yet but what is translated, they fill its translation.
 */
#ifndef ERRSPEC_ADOPT_TWIN_H
#define ERRSPEC_ADOPT_TWIN_H

#include "adopt/merge.h"
#include "spec/translation.h"

struct twin {
	struct load *load;
	const struct catalogue *original; /* the spec */
	struct catalogue *catalogue; /* the same with modules that only say what is translated */
	const struct language *language;
	bool is_listed; /* the spec lists the language */
};

/* Begins the twin of a spec that is there. False after a report. */
bool
twin_begin(struct twin *twin, struct load *load, const struct catalogue *original, struct str name);

/*
 * Adds the files of the translation to those of `merge`, with what the modules of the twin say
 * now, and the language to its catalogue. False after a report.
 */
bool twin_files(struct twin *twin, struct merge *merge);

#endif
