/* An intake under way: what its steps share. */
#ifndef ERRSPEC_ADOPT_INTAKE_H
#define ERRSPEC_ADOPT_INTAKE_H

#include "adopt/adopted.h"
#include "adopt/decode.h"
#include "adopt/naming.h"
#include "adopt/supplied.h"
#include "mustache/reserved.h"
#include "read/vocabulary.h"
#include "spec/load.h"

/* What people want of an intake. */
struct intake_rules {
	struct str path; /* of the file, for names: the part behind its last slash counts */
	struct str module; /* the name of the module; empty: made from the file's name or title */
	struct str title; /* of the module; empty: as found */
	struct supplied *names; /* NULL: none */
	const struct vocabulary *vocabulary;
	struct decoder *decoder; /* NULL: values are taken as they are written */
	const struct catalogue *catalogue; /* the spec that is there, or NULL */
	struct str catalogue_file; /* its file, without its folder */
	/*
	 * What is adopted says the same as this spec in another language; the modules of
	 * `catalogue` are copies that say what is translated. NULL: it is a spec of its own.
	 */
	const struct catalogue *original;
	struct str language; /* of what is adopted; empty: that of the spec */
	struct str target; /* that writes such files again; empty: none does */
	const struct reserved *words; /* that it cannot call anything by; NULL: none */
	struct str ending; /* of the files that it writes, as ".h", if there are words */
	uint32_t fresh; /* the first source of the run: its modules are not written yet */
	bool is_program; /* it says texts of codes, and has none of its own */
	bool is_document; /* the catalogue gets an entry under `documents` */
	struct str layouts[2]; /* for a document of sections, and for one of tables */
	struct str pinned; /* the layout of a document that stays as it is; empty: see `layouts` */
};

/* A module that codes go to. */
struct intake_module {
	struct adopted_module *made;
	uint32_t groups; /* how many it has */
	const struct found_group *first; /* of its groups that have codes; or NULL */
	const struct found_group *greatest; /* of its groups, by their codes; or NULL */
	struct str stem; /* see stem_find; else empty */
	struct found_trait *marks; /* of its only group, as sentinel.h has them; or NULL */
	struct naming naming; /* the names that it has */
	struct table by_code; /* the spelling of each code, of integers their digits → `codes` */
	struct vec codes; /* struct code *: those that `by_code` counts */
	struct vec unnamed; /* struct adopted_code *: where the new codes were found first */
	struct table *headings; /* names and titles of groups → those of the module; or NULL */
	uint32_t known; /* how many of `codes` the catalogue has; what they say stays */
	bool is_string; /* the type of the module */
};

/* A message of a translation that the spec has in other words. */
struct intake_drift {
	struct span span;
	struct str code;
};

struct intake {
	struct load load; /* its scratch is that of the intake */
	struct arena scratch;
	const struct intake_rules *rules;
	const struct found *found;
	struct str document; /* the text of the source */
	struct vec modules; /* struct intake_module *, one for each of made->modules */
	struct vec owners; /* struct intake_module *, one for each group */
	struct table known; /* the names of modules that the catalogue has → `modules` */
	struct table taken; /* the names of modules: of the catalogue, and new ones */
	struct table paths; /* what their files are called, if it is made of the names */
	struct numbering numbering; /* of such names */
	struct vec drifts; /* struct intake_drift */
	uint32_t shared_messages; /* of a translation: those that the spec has in the same words */
	struct table documents; /* the names of the catalogue's documents → where they stand */
	struct adopted *made;
};

/* A found group by its index. */
const struct found_group *intake_group(const struct intake *intake, uint32_t index);

/* What a code is looked up by: of an integer its digits, of any other its spelling. */
struct str intake_key(struct arena *arena, struct str code);

#endif
