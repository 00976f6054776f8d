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
	struct vec noted; /* struct vec: of each module how many texts its codes had then */
};

/* What a document brought to a module. */
struct twin_gain {
	uint32_t translated; /* codes that have more texts than when that was noted */
	uint32_t missing; /* codes that have none */
	bool has_catch_all; /* so has the catch_all */
};

/* Begins the twin of a spec that is there. False after a report. */
bool
twin_begin(struct twin *twin, struct load *load, const struct catalogue *original, struct str name);

/* Notes how much is translated, before a document is adopted. */
void twin_gain_note(struct twin *twin);

/* What was gained since, in a module of the twin. */
struct twin_gain twin_gain_of(const struct twin *twin, const struct module *module);

/*
 * Adds the files of the translation to those of `merge`, with what the modules of the twin say
 * now, and the language to its catalogue. False after a report.
 */
bool twin_files(struct twin *twin, struct merge *merge);

#endif
