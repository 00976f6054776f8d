/* Merging: what was adopted goes into a catalogue, and from there into its files. */
#ifndef ERRSPEC_ADOPT_MERGE_H
#define ERRSPEC_ADOPT_MERGE_H

#include "adopt/adopted.h"
#include "spec/load.h"

/* A file of a spec as it is to be. */
struct merge_file {
	struct str path; /* relative to the catalogue */
	struct str text;
	bool is_new;
	bool is_module;
	uint32_t edited; /* it is no file of the spec, but this source, changed in parts; else 0 */
};

/* A catalogue and what a run adds to it. */
struct merge {
	struct load *load;
	struct arena *kept; /* of paths and texts of files; all else is that of `load` */
	struct catalogue *catalogue; /* grows with what is added */
	struct str path; /* of the catalogue */
	struct str schema; /* the JSON Schema beside it, for editors; empty where there is none */
	bool is_new; /* there is no file of the catalogue yet */
	bool is_rewritten; /* its file is written anew, and not amended */
	struct vec modules; /* struct adopted_module *: what each module gets, from all files */
	struct table module_names; /* where in `modules` each stands */
	struct vec documents; /* struct document *: the new ones */
	struct vec languages; /* struct text: those that the catalogue does not list yet */
	struct vec further; /* struct merge_file: other files, such as templates */
	struct str addition; /* lines to add by hand, after merge_files failed */
};

/* Adds what was adopted to the catalogue in memory. */
void merge_add(struct merge *merge, const struct adopted *adopted);

/* Notes the codes (struct code *) of a module of the spec that got messages. */
void merge_fill(struct merge *merge, struct module *module, const struct vec *codes);

/*
 * Has the file of a module of the spec, or that of the catalogue, written anew with the targets
 * that it has in memory, and with where a catalogue makes things. False where its bytes are not
 * those that errspec would write: people changed it.
 */
bool merge_rewrite_module(struct merge *merge, struct module *module);
bool merge_rewrite_catalogue(struct merge *merge);

/* Adds another file, the text of which is kept. */
void merge_add_file(struct merge *merge, struct merge_file file);

/*
 * Fills `files`, an empty vec of struct merge_file, with every file that is new or changed. False
 * after a report. What was read and adopted may go then: the files are all that is left of it.
 */
bool merge_files(struct merge *merge, struct vec *files);

/* Whether every module among the files can be read; reports if not. */
bool merge_is_sound(const struct merge *merge, const struct vec *files);

#endif
