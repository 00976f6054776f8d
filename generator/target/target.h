/*
 * Targets: the languages and formats that errspec generates. A target is a folder with a manifest,
 * target.yaml, and templates; nothing in C knows one of them.
 */
#ifndef ERRSPEC_TARGET_TARGET_H
#define ERRSPEC_TARGET_TARGET_H

#include "mustache/escape.h"
#include "mustache/reserved.h"
#include "mustache/store.h"
#include "spec/field.h"
#include "spec/load.h"
#include "target/library.h"

/* What one file is made of. */
enum target_per { PER_ABSENT, PER_CATALOGUE, PER_MODULE, PER_DOCUMENT };

struct target_output {
	struct text name;
	struct text path; /* mustache over the same records as the template */
	struct text template_name; /* in the target's folder, without its ending; or else ... */
	struct text template_of; /* ... the field of the records that names one for each of them */
	struct vec needs; /* struct text: fields that the records must have */
	struct vec ties; /* struct text: outputs from which it must stand as their paths say */
	struct text description; /* of a region alone */
	bool extra; /* for people; left out where --output names outputs that are for programs */
	bool project; /* for the layout of the whole; left out likewise */
	uint8_t per; /* of enum target_per */
	uint32_t at;
};

/* How far identifiers must differ. */
enum target_scope { SCOPE_ABSENT, SCOPE_MODULE, SCOPE_CATALOGUE };

struct target {
	struct text name;
	struct text title;
	struct vec outputs; /* struct target_output *; none: it is there for others to share */
	struct vec
		regions; /* struct target_output *, without paths: what it makes in other files */
	struct vec shares; /* struct text: targets from which it takes what it has not */
	struct vec types; /* uint8_t of enum module_type; empty: all */
	struct vec ranges; /* struct range: of the numbers that it holds; empty: all of the types */
	struct vec recipes; /* struct recipe *: the places, as they were read; shared ones too */
	struct text standard; /* the place for tags without one */
	struct text identifiers; /* the name of a template that prints them; may be empty */
	struct text refuses; /* the name of a template that prints what cannot be; may be empty */
	struct text reserved; /* words with blanks between them */
	struct text rename; /* how a reserved word is written; may be empty */
	struct text package_words; /* that the catalogue's name may not be besides */
	struct text rename_package; /* how one of those is written; may be empty */
	struct text verify;
	struct vec leaves; /* struct text: patterns of what its tools leave beside its outputs */
	struct vec vars; /* struct var * */
	struct vec extra; /* struct var *, without values: what is read of modules and codes */
	struct shelves shelves; /* derived: where its files are */
	struct escape_set escapes; /* derived: the places, compiled */
	struct reserved words; /* derived: those of `reserved`, and how they are written */
	struct reserved packages; /* derived: those of `packages`, and then `words` */
	uint32_t source;
	uint32_t at;
	uint8_t scope; /* of enum target_scope; never absent after reading */
	bool shows_extra; /* its templates show all extras, whatever they are */
	bool has_underscores; /* identifiers may begin with them */
	bool is_internal; /* errspec makes it for itself */
};

extern const struct record target_record;

/*
 * Finds the target called `name` in the library, else among the built-in ones; its templates are
 * looked for in all of these too, one by one, and then among those of the targets that it
 * shares. NULL after a report; that there is no such target is reported at `name` in `source`.
 * `shared`, a vec of struct target *, keeps what others share, so that it is read once in a run.
 */
struct target *target_open(struct load *load, struct store *store, struct vec *shared,
	const struct library *library, struct text name, uint32_t source);

/*
 * A manifest as it was written, without what it shares; `source` shows where it stands, `folder` is
 * the name of the folder it was found in. NULL after a report.
 */
struct target *
target_parse(struct load *load, struct str folder, uint32_t source, struct str manifest);

/*
 * Makes a target ready for use, once it has all that it shares. NULL if that, or what came after
 * the first `errors`, was reported.
 */
struct target *target_settle(struct load *load, struct target *target, uint32_t errors);

/* Reports what a manifest says of its outputs that cannot be. */
void target_check(struct load *load, const struct target *target);

/* The record type that an output has a file for each of; NULL where there is one file in all. */
const struct record *target_record_of(const struct target_output *output);

/* The place of an output among those of the target; their count where it has none so called. */
uint32_t target_output_index(const struct target *target, struct str name);

/* Whether it has outputs of which there is one for each document. */
bool target_makes_documents(const struct target *target);

/* Whether an output takes its templates from the records that it shows. */
bool target_has_own_templates(const struct target *target);

/* Whether the target can hold the codes of a module of this type (of enum module_type). */
bool target_holds(const struct target *target, uint8_t type);

#endif
