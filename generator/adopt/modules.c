#include "adopt/modules.h"

#include "adopt/fit.h"
#include "adopt/given.h"
#include "adopt/head.h"
#include "adopt/manner.h"
#include "adopt/module_name.h"
#include "adopt/page.h"
#include "adopt/partition.h"
#include "adopt/placing.h"
#include "adopt/sections.h"
#include "adopt/sentinel.h"
#include "adopt/spelling.h"
#include "adopt/stem.h"
#include "adopt/varied.h"
#include "base/path.h"
#include "spec/integer.h"
#include "errspec.h"

static uint32_t
count_codes(const struct found *found)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < found->groups.count; i++) {
		count += VEC_AT(&found->groups, struct found_group *, i)->codes.count;
	}
	return count;
}

/* The file of a module; another one than the catalogue's. */
static struct str
module_path(struct intake *intake, struct str name)
{
	struct arena *arena = intake->load.arena;
	struct str path = module_name_path(arena, name);
	return str_equal(path, intake->rules->catalogue_file) || !path_is_safe(path)
		? module_name_path(arena, ARENA_JOIN(arena, name, STR("_codes")))
		: path;
}

/* Names the new modules: one after the file, several after the headings of their tables. */
static void
name_modules(struct intake *intake, struct str file)
{
	stem_find(intake);
	module_name_note(intake);
	for (uint32_t i = 0; i < intake->modules.count; i++) {
		struct intake_module *into = VEC_AT(&intake->modules, struct intake_module *, i);
		struct module *module = into->made->module;
		if (!into->made->is_new) {
			continue;
		}
		struct str name = module_name_for(intake, into, file);
		name = module_name_free(intake, into, module_name_fit(intake, name));
		module->name = text_from(name, 0);
		into->made->path = module_path(intake, name);
	}
}

/* A code that no module has yet. */
static void
add_code(struct intake *intake, struct intake_module *into, struct adopted_code *adopted,
	struct str spelt)
{
	struct arena *arena = intake->load.arena;
	struct code *code = arena_alloc(arena, sizeof(*code));
	code->number = spelling_number(intake, into, adopted->found, spelt);
	code->name = given_name(intake, into, adopted->found, spelt);
	adopted->code = code;
	adopted->index = into->codes.count;
	VEC_PUSH(&into->codes, &intake->scratch, struct code *, code);
	VEC_PUSH(&into->unnamed, &intake->scratch, struct adopted_code *, adopted);
	VEC_PUSH(&into->made->added, arena, struct code *, code);
	if (into->made->is_new) {
		VEC_PUSH(&into->made->module->codes, arena, struct code *, code);
	}
	placing_new(intake, into, adopted);
}

/* A code of a document in another language: that of the spec, for a translation adds none. */
static bool
place_translated(struct intake *intake, struct intake_module *into, struct adopted_code *adopted,
	struct str spelt)
{
	struct str key = into->is_string ? spelt : intake_key(&intake->scratch, spelt);
	int64_t index = table_get(&into->by_code, key);
	if (index == TABLE_NONE) {
		DIAG(intake->load.sink, ERRSPEC_NOT_IN_SPEC,
			found_span(intake->found, found_value(adopted->found, FOUND_CODE)), spelt);
		return false;
	}
	adopted->code = VEC_AT(&into->codes, struct code *, index);
	placing_translated(intake, into, adopted);
	return true;
}

/* The number of the branch of a condition that the module has under the name; else `spelt`. */
static struct str
branch_of(struct intake *intake, const struct intake_module *into, const struct found_code *found,
	struct str spelt)
{
	int64_t named = table_get(&into->naming.spelt, found_value(found, FOUND_NAME)->text);
	const struct found_value *value = found_value(found, FOUND_CODE);
	while (named != TABLE_NONE && (value = found_next(found, value)) != NULL) {
		struct str key = intake_key(&intake->scratch, value->text);
		if (table_get(&into->by_code, key) == named) {
			return value->text;
		}
	}
	return spelt;
}

/* A code by its spelling: one of the catalogue, one that was found before, or a new one. */
static void
place_code(struct intake *intake, struct intake_module *into, struct adopted_code *adopted,
	struct str spelt)
{
	struct arena *scratch = &intake->scratch;
	spelt = branch_of(intake, into, adopted->found, spelt);
	struct str key = into->is_string ? spelt : intake_key(scratch, spelt);
	int64_t index = table_put(&into->by_code, scratch, key, into->codes.count);
	if (index == TABLE_NONE) {
		add_code(intake, into, adopted, spelt);
		return;
	}
	adopted->code = VEC_AT(&into->codes, struct code *, index);
	adopted->index = (uint32_t)index;
	if (index < into->known) {
		placing_known(intake, into, adopted);
	} else {
		placing_again(intake, into, adopted);
	}
}

/* The row for all other codes; false if the module, which is the catalogue's, has none. */
static bool
place_catch_all(struct intake *intake, struct intake_module *into, struct adopted_code *adopted)
{
	struct module *module = into->made->module;
	bool is_new = into->made->is_new || module->source >= intake->rules->fresh;
	if (module->catch_all == NULL && !is_new) {
		return false;
	}
	if (module->catch_all == NULL) {
		module->catch_all = arena_alloc(intake->load.arena, sizeof(*module->catch_all));
	}
	placing_catch_all(intake, adopted, is_new || intake->rules->original != NULL);
	return true;
}

static void
report_left_out(struct intake *intake, const struct found_code *found)
{
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		const struct found_value *value = found_value(found, role);
		if (value->text.data != NULL && value->text.length > 0) {
			struct fit_name name = {found_role_key(role), STR("")};
			DIAG(intake->load.sink, ERRSPEC_TEXT_UNPLACED,
				found_span(intake->found, value),
				fit_words(intake->load.arena, name), value->text);
		}
	}
}

static void
place_found(struct intake *intake, struct intake_module *into, const struct found_code *found,
	struct vec *codes)
{
	struct arena *arena = intake->load.arena;
	struct adopted_code *adopted = arena_alloc(arena, sizeof(*adopted));
	struct str spelt = fit_code(intake, found);
	bool is_placed = true;
	if (sentinel_is_known(intake, into, found)) {
		return;
	}
	adopted->found = found;
	adopted->module = into->made->module;
	if (spelt.length == 0) {
		is_placed = false;
	} else if (fit_is_catch_all(intake, found)) {
		is_placed = place_catch_all(intake, into, adopted);
	} else if (intake->rules->original != NULL) {
		if (!place_translated(intake, into, adopted, spelt)) {
			return; /* reported */
		}
	} else {
		place_code(intake, into, adopted, spelt);
	}
	if (is_placed) {
		VEC_PUSH(codes, arena, struct adopted_code *, adopted);
	} else {
		report_left_out(intake, found);
	}
}

static void
place_groups(struct intake *intake)
{
	struct arena *arena = intake->load.arena;
	for (uint32_t i = 0; i < intake->found->groups.count; i++) {
		const struct found_group *found = intake_group(intake, i);
		struct intake_module *into = VEC_AT(&intake->owners, struct intake_module *, i);
		struct adopted_group *group = arena_alloc(arena, sizeof(*group));
		bool is_greatest =
			into->greatest == NULL || found->codes.count > into->greatest->codes.count;
		into->greatest = is_greatest ? found : into->greatest;
		group->found = found;
		group->module = into->made->module;
		uint32_t count = sentinel_take(intake, into, found);
		for (uint32_t j = 0; j < count; j++) {
			place_found(intake, into, VEC_AT(&found->codes, struct found_code *, j),
				&group->codes);
		}
		sections_keep(intake, into, group);
		VEC_PUSH(&intake->made->groups, arena, struct adopted_group *, group);
	}
}

/* The first type that holds all codes of a module. */
static enum module_type
type_of(const struct intake_module *into)
{
	for (enum module_type type = TYPE_INT32; type <= TYPE_UINT64; type++) {
		struct range range = module_type_range(type);
		bool fits = !into->is_string;
		for (uint32_t i = 0; fits && i < into->codes.count; i++) {
			fits = varied_fits(VEC_AT(&into->codes, struct code *, i), &range);
		}
		if (fits) {
			return type;
		}
	}
	return TYPE_STRING;
}

/* Integers that no one type holds together become texts, as the source spells them. */
static void
spell_out(struct intake *intake, const struct intake_module *into)
{
	struct arena *arena = intake->load.arena;
	bool is_told = false;
	for (uint32_t i = 0; i < into->unnamed.count; i++) {
		const struct adopted_code *code = VEC_AT(&into->unnamed, struct adopted_code *, i);
		struct number *number = &code->code->number;
		if (number->kind == NUMBER_UNSIGNED && !is_told) {
			DIAG(intake->load.sink, ERRSPEC_NO_COMMON_TYPE,
				found_span(intake->found, found_value(code->found, FOUND_CODE)),
				fit_code(intake, code->found), text_str(into->made->module->name));
			is_told = true;
		}
		struct text *text = arena_alloc(arena, sizeof(*text));
		*text = text_from(arena_copy(arena, fit_code(intake, code->found)), number->at);
		*number = (struct number){.string = text, .kind = NUMBER_STRING};
	}
}

/* Whether identifiers would begin with the module's name twice. */
static bool
repeats_prefix(const struct intake_module *into)
{
	const struct module *module = into->made->module;
	for (uint32_t i = 0; i < into->unnamed.count; i++) {
		const struct adopted_code *code = VEC_AT(&into->unnamed, struct adopted_code *, i);
		if (module_is_prefix_of(module, text_str(code->code->name))) {
			return true;
		}
	}
	return false;
}

static void
finish_modules(struct intake *intake)
{
	for (uint32_t i = 0; i < intake->modules.count; i++) {
		struct intake_module *into = VEC_AT(&intake->modules, struct intake_module *, i);
		given_make(intake, into);
		if (into->made->is_new) {
			enum module_type type = type_of(into);
			into->made->module->type = (uint8_t)type;
			into->made->module->prefix_once = repeats_prefix(into);
			if (type == TYPE_STRING && !into->is_string) {
				spell_out(intake, into);
			}
			varied_settle(intake, into);
			spelling_keep(intake, into);
		}
		if (into->made->is_new || into->made->module->source >= intake->rules->fresh) {
			manner_keep(intake, into);
		}
	}
}

/* Whether there is something to adopt: codes, or a document that is to stay as it is. */
static bool
is_adoptable(struct load *load, const struct found *found, const struct intake_rules *rules)
{
	if (count_codes(found) > 0) {
		return true;
	}
	bool is_kept = rules->is_document && rules->pinned.length > 0;
	struct span span = {found->source, 0, 0};
	DIAG(load->sink, is_kept ? ERRSPEC_NO_CODES : ERRSPEC_NOTHING_FOUND, span, rules->path);
	return is_kept;
}

struct adopted *
modules_adopt(struct load *load, const struct found *found, const struct intake_rules *rules)
{
	if (!is_adoptable(load, found, rules)) {
		return NULL;
	}
	struct intake intake = {.load = *load, .rules = rules, .found = found};
	intake.load.scratch = &intake.scratch;
	intake.document = source_get(load->sink->sources, found->source)->text;
	intake.made = arena_alloc(load->arena, sizeof(*intake.made));
	intake.made->found = found;
	struct str file = module_name_of_file(&intake);
	partition_make(&intake);
	if (intake.modules.count == 0) {
		arena_free(&intake.scratch);
		return NULL; /* reported */
	}
	name_modules(&intake, file);
	place_groups(&intake);
	placing_report_drifts(&intake);
	finish_modules(&intake);
	if (rules->is_document) {
		page_make(&intake,
			intake.modules.count == 1
				? text_str(VEC_AT(&intake.made->modules, struct adopted_module *, 0)
						   ->module->name)
				: file);
	}
	head_place(&intake);
	arena_free(&intake.scratch);
	return intake.made;
}
