/* An adoption under way: what its steps share. */
#ifndef ERRSPEC_ADOPT_ADOPTION_H
#define ERRSPEC_ADOPT_ADOPTION_H

#include "adopt/modules.h"
#include "adopt/naming.h"
#include "read/vocabulary.h"
#include "spec/load.h"

/* A module that codes go to. */
struct adoption_target {
	struct adopted_module *made;
	const struct found_group *first; /* of its groups that have codes; or NULL */
	struct naming naming; /* the names that it has */
	struct table by_code; /* the spelling of each code, of integers their digits → `codes` */
	struct vec codes; /* struct code *: those that `by_code` counts */
	struct vec unnamed; /* struct adopted_code *: where the new codes were found first */
	uint32_t known; /* how many of `codes` the catalogue has; what they say stays */
	bool is_string; /* the type of the module */
};

struct adoption {
	struct adopt *adopt;
	const struct adopted_wish *wish;
	const struct found *found;
	struct str document; /* the text of the source */
	struct load load; /* for the checks of the spec */
	struct arena scratch;
	struct vec targets; /* struct adoption_target *, one for each of made->modules */
	struct vec owners; /* struct adoption_target *, one for each group */
	struct table known; /* the names of modules that the catalogue has → `targets` */
	struct table taken; /* the names that new modules have got */
	struct numbering numbering; /* of such names */
	struct table documents; /* the names of the catalogue's documents → where they stand */
	struct adopted *made;
};

/* The span of a value in the source. */
struct span adoption_span(const struct adoption *adoption, const struct found_value *value);

/* What a code is looked up by: of an integer its digits, of any other its spelling. */
struct str adoption_key(struct arena *arena, struct str code);

/* The code of a found code as it is spelt; empty where the source has neither code nor name. */
struct str adoption_code(struct adoption *adoption, const struct found_code *found);

/* Whether it is the row that stands for all codes that have none of their own. */
bool adoption_is_catch_all(struct adoption *adoption, const struct found_code *found);

#endif
