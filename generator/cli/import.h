/* What an import works with. */
#ifndef ERRSPEC_CLI_IMPORT_H
#define ERRSPEC_CLI_IMPORT_H

#include "adopt/decode.h"
#include "adopt/intake.h"
#include "adopt/known.h"
#include "adopt/merge.h"
#include "adopt/supplied.h"
#include "adopt/twin.h"
#include "cli/run.h"
#include "read/header/header_type.h"
#include "read/kinds.h"
#include "mustache/store.h"
#include "pin/pin.h"
#include "target/region.h"

struct importing {
	struct run *run;
	struct arena
		work; /* of all but the files that come out; given back before they are checked */
	struct load load; /* into `work` */
	struct merge merge;
	struct str folder; /* of the catalogue, with its slash; empty: the working directory */
	struct supplied *names; /* of --names; NULL: none */
	struct vocabulary *vocabulary;
	struct kinds *kinds; /* of files */
	struct vec inputs; /* struct import_input, one for each argument */
	struct header_types types; /* of all headers of the run, where there are several */
	struct vec headers; /* uint32_t: the sources of those that were imported */
	struct known known; /* the codes of the catalogue, as far as programs asked for them */
	uint32_t fresh; /* the first source that is imported */
	struct str expanded; /* the text of --expanded */
	struct str layouts[2]; /* for a document of sections, and for one of tables */
	struct vec targets; /* struct choice_of_target *: what a new catalogue makes by itself */
	struct twin *twin; /* of --lang; NULL: the files are in the language of the spec */
	struct str pinned; /* for one that stays as it is */
	struct decoder decoder; /* the ways in which documents write their texts */
	struct store store; /* where their templates would look for others */
	const struct target *target; /* that writes such files; NULL: none was asked for yet */
	const struct kind_signs *signs; /* of the file at work; NULL: it is of no kind */
	struct table placed; /* regions and their modules → `places` */
	struct vec places; /* struct import_place */
	struct vec edits; /* struct import_edit *: the files that get markers */
};

/* A file that is imported. */
struct import_input {
	uint32_t source; /* 0: it could not be read */
	bool is_read;
	bool has_types; /* that others may use */
};

/* Where a region of a module was found first. */
struct import_place {
	uint32_t source;
	uint32_t at; /* in bytes */
};

/* What is to stand between two markers. */
struct import_region {
	struct module *module;
	const struct found_stretch *stretch; /* NULL: it stands in no one place */
	const struct found_code *renamed; /* which the spec calls otherwise; or NULL */
};

/* A file of people that keeps all but its regions. */
struct import_edit {
	uint32_t source;
	struct str path; /* from the working directory */
	const struct kind_signs *signs; /* of its kind */
	struct vec regions; /* struct import_region, in the order of the file */
	const struct found_group *table; /* the first table that gives texts; or NULL */
};

/*
 * Loads the spec that is there, or begins one, and all that the options name. False after a
 * report.
 */
bool import_open(struct importing *importing);

/* The source of an argument, counted in bytes and read when first asked for; 0 after a report. */
uint32_t import_source(struct importing *importing, uint32_t argument);

/* Notes the types of all headers, if there are several: one may convert to those of another. */
void import_types(struct importing *importing);

/* Tells the intake what the target of the file at work can call nothing by. */
void import_words(struct importing *importing, struct intake_rules *rules);

/* Reads the ways in which documents write their texts; false after a report. */
bool import_pin_places(struct importing *importing);

/*
 * Makes the template of a document that stays as it is, proves that it does, and says what the
 * template takes from the spec.
 */
void import_pin(struct importing *importing, const struct adopted *adopted);

/* Begins a file that is pinned as a file of people; its regions are added next. */
struct import_edit *
import_edit_begin(struct importing *importing, uint32_t source, const struct kind_signs *signs);

/* What the module gives to the target of the file; NULL where it has nothing for it. */
struct choice_of_target *
import_edit_choice(const struct import_region *region, const struct import_edit *edit);

/*
 * Whether the catalogue makes regions in the working directory, which a new one, or one that is as
 * an import of such files left it, does from now on; reports if not.
 */
bool import_edit_check_catalogue(struct importing *importing, const struct import_edit *edit);

/* Why a file gets no markers, and where that is seen. */
struct str
import_edit_reason(struct importing *importing, const struct import_edit *edit, struct span *span);

/* Whether the file can be written, and markers can stand in it; reports if not. */
bool import_edit_check(struct importing *importing, const struct import_edit *edit);

/*
 * Puts markers into all such files, and names the files in their modules and the regions in the
 * catalogue; false after a report.
 */
bool import_edit_finish(struct importing *importing);

/*
 * Has a module say which words of its target's vars make what stands between the markers that were
 * read; reports if none makes the same bytes. False after a report that nothing is made of it.
 */
bool import_region_try(struct importing *importing, const struct import_edit *edit,
	const struct import_region *region, const struct file_region *marked);

/*
 * Writes all files (struct merge_file), or none after a report; with --diff shows what would
 * change.
 */
void import_produce(struct importing *importing, const struct vec *files);

#endif
