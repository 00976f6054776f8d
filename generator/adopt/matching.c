#include "adopt/matching.h"

#include "adopt/fit.h"
#include "adopt/module_name.h"
#include "adopt/naming.h"
#include "spec/integer.h"
#include "errspec.h"

enum { LENGTH_LEAST = 4 }; /* bytes of a code that is none by chance */

/* How well a module suits a group: by the names, by the codes, and by those it has besides. */
struct match {
	uint32_t named; /* of the common codes that are called alike */
	uint32_t common;
	uint32_t long_ones; /* of the common codes that are no numbers as everybody has them */
	uint32_t counted; /* codes of the group */
	uint32_t total; /* codes of the module */
};

static bool
is_better(struct match a, struct match b)
{
	return a.named != b.named      ? a.named > b.named
		: a.common != b.common ? a.common > b.common
				       : a.total < b.total;
}

/* Whether the source calls the code as the spec does; a name that no spec can have is a title. */
static bool
is_alike(const struct found_code *found, const struct code *code)
{
	struct str name = found_value(found, FOUND_NAME)->text;
	return str_equal(name, text_str(code->name)) ||
		(name.length > 0 && !naming_fits(name) && str_equal(name, text_str(code->title)));
}

/* Compares a group with a module, whose codes (see codes_of) are given. */
static struct match
match_of(struct intake *intake, const struct found_group *group, const struct module *module,
	const struct table *codes)
{
	struct match match = {.total = codes->count};
	struct str code;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *found = VEC_AT(&group->codes, struct found_code *, i);
		if (!fit_is_counted(intake, found, &code)) {
			continue;
		}
		bool is_string = module->type == TYPE_STRING;
		int64_t index =
			table_get(codes, is_string ? code : intake_key(&intake->scratch, code));
		match.counted++;
		match.common += index != TABLE_NONE;
		match.long_ones += index != TABLE_NONE && code.length >= LENGTH_LEAST;
		match.named += index != TABLE_NONE &&
			is_alike(found, VEC_AT(&module->codes, struct code *, index));
	}
	return match;
}

/* The codes of a module, as intake_key gives them. */
static struct table
codes_of(struct intake *intake, const struct module *module)
{
	struct table table = {0};
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		char digits[NUMBER_DIGITS];
		struct str key = number_str(&code->number, digits);
		table_put(&table, &intake->scratch, arena_copy(&intake->scratch, key), i);
	}
	return table;
}

/* The module of the catalogue with this name, or what was made of it; NULL if there is none. */
static struct module *
called(struct intake *intake, struct str name)
{
	const struct catalogue *catalogue = intake->rules->catalogue;
	const struct module *module = catalogue == NULL ? NULL : catalogue_module(catalogue, name);
	if (catalogue != NULL && module == NULL) {
		module = catalogue_module(catalogue, module_name_fit(intake, name));
	}
	return (struct module *)module;
}

/*
 * The module of the catalogue that a group names; NULL if there is none of that name. What no
 * module can be called has got another name, and the codes tell first which.
 */
static struct module *
named_module(struct intake *intake, const struct found_group *group, struct module *by_codes)
{
	const struct catalogue *catalogue = intake->rules->catalogue;
	struct str title = group->title.text;
	bool is_name = str_is_name(title);
	if (catalogue == NULL || (!is_name && by_codes != NULL)) {
		return by_codes;
	}
	struct str name = is_name ? title : module_name_of_text(intake, title);
	return called(intake, name);
}

/*
 * Whether the module suits at all: half of one is common codes. Of constants one is called alike,
 * as enums count from 0 on whatever they are about.
 */
static bool
is_close(struct match match, const struct found_group *group)
{
	uint32_t least = match.counted < match.total ? match.counted : match.total;
	bool needs_names = group->is_type || (group->stretch != NULL && match.long_ones == 0);
	return match.common > 0 && match.common * 2 >= least && (match.named > 0 || !needs_names);
}

/*
 * Finds for each group the module of the catalogue that suits it best, if their common codes are
 * at least half of the codes of one of both. A group that names a module gets that one alone. A
 * type that has no name in common with a module is another one.
 */
static void
match_modules(struct intake *intake, struct module **matches)
{
	const struct catalogue *catalogue = intake->rules->catalogue;
	uint32_t groups = intake->found->groups.count;
	struct match *best = arena_alloc(&intake->scratch, (groups + 1) * sizeof(*best));
	for (uint32_t i = 0; catalogue != NULL && i < catalogue->modules.count; i++) {
		struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		struct table codes = codes_of(intake, module);
		for (uint32_t j = 0; j < groups; j++) {
			const struct found_group *group = intake_group(intake, j);
			struct match match = match_of(intake, group, module, &codes);
			if (is_close(match, group) && is_better(match, best[j])) {
				best[j] = match;
				matches[j] = module;
			}
		}
	}
	for (uint32_t j = 0; j < groups; j++) {
		const struct found_group *group = intake_group(intake, j);
		matches[j] =
			group->is_module ? named_module(intake, group, matches[j]) : matches[j];
	}
}

struct module *
matching_empty(struct intake *intake)
{
	const struct catalogue *catalogue = intake->rules->catalogue;
	if (catalogue == NULL) {
		return NULL;
	}
	const struct module *named = catalogue_module(catalogue, module_name_of_file(intake));
	bool is_translation = intake->rules->original != NULL;
	for (uint32_t i = 0; is_translation && named == NULL && i < catalogue->modules.count; i++) {
		struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		named = module->codes.count == 0 ? module : NULL;
	}
	return (struct module *)named;
}

/* Groups that match no module go to that of the first one that does; false after a report. */
static bool
match_rest(struct intake *intake, struct module **matches)
{
	uint32_t groups = intake->found->groups.count;
	struct module *first = groups == 0 ? matching_empty(intake) : NULL;
	for (uint32_t i = 0; i < groups && first == NULL; i++) {
		first = matches[i];
	}
	for (uint32_t i = 0; i < groups; i++) {
		matches[i] = matches[i] == NULL ? first : matches[i];
	}
	if (first == NULL) {
		struct span span = {intake->found->source, 0, 0};
		DIAG(intake->load.sink, ERRSPEC_NO_ORIGINAL, span, intake->rules->path);
	}
	return first != NULL;
}

struct module **
matching_find(struct intake *intake)
{
	const struct intake_rules *rules = intake->rules;
	uint32_t groups = intake->found->groups.count;
	struct module **matches =
		arena_alloc(&intake->scratch, (groups + 1) * sizeof(struct module *));
	struct module *wanted = rules->module.length == 0 ? NULL : called(intake, rules->module);
	if (rules->module.length == 0) {
		match_modules(intake, matches);
	}
	for (uint32_t i = 0; wanted != NULL && i < groups; i++) {
		matches[i] = wanted;
	}
	return intake->rules->original == NULL || match_rest(intake, matches) ? matches : NULL;
}
