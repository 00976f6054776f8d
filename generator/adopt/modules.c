#include "adopt/modules.h"

#include "adopt/fit.h"
#include "adopt/head.h"
#include "adopt/module_name.h"
#include "adopt/page.h"
#include "adopt/partition.h"
#include "adopt/placing.h"
#include "base/path.h"
#include "spec/integer.h"

static uint32_t
count_codes(const struct found *found)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < found->groups.count; i++) {
		count += VEC_AT(&found->groups, struct found_group *, i)->codes.count;
	}
	return count;
}

/* The name for a new module: what its group says, or after the heading of its table. */
static struct str
name_for(struct adoption *adoption, const struct adoption_target *target, struct str file)
{
	const struct found_group *group = target->first;
	if (group == NULL) {
		return file;
	}
	if (group->is_module && str_is_name(group->title.text) &&
		adoption->wish->module.length == 0) {
		return group->title.text;
	}
	struct str title = fit_decoded(adoption, &group->title, DECODE_LINE);
	struct str own = module_name_of_text(adoption, title);
	return own.length > 0 && adoption->targets.count > 1 ? own : file;
}

/* The file of a module; another one than the catalogue's. */
static struct str
module_path(struct adoption *adoption, struct str name)
{
	struct arena *arena = adoption->adopt->arena;
	struct str path = module_name_path(arena, name);
	return str_equal(path, adoption->wish->catalogue_file) || !path_is_safe(path)
		? module_name_path(arena, ARENA_JOIN(arena, name, STR("_codes")))
		: path;
}

/* Names the new modules: one after the file, several after the headings of their tables. */
static void
name_modules(struct adoption *adoption, struct str file)
{
	for (uint32_t i = 0; i < adoption->targets.count; i++) {
		struct adoption_target *target =
			VEC_AT(&adoption->targets, struct adoption_target *, i);
		struct module *module = target->made->module;
		if (!target->made->is_new) {
			continue;
		}
		struct str name = module_name_free(adoption, name_for(adoption, target, file));
		module->name = text_from(name, 0);
		target->made->path = module_path(adoption, name);
	}
}

/* The name that people or the source give a code, unless another one has it; else empty. */
static struct text
given_name(struct adoption *adoption, struct adoption_target *target,
	const struct found_code *found, struct str code)
{
	const struct found_value *value = found_value(found, FOUND_NAME);
	struct supplied *names = adoption->wish->names;
	struct str module = text_str(target->made->module->name), name = STR("");
	if (names != NULL) {
		name = supplied_name(names, code, module);
	}
	if (name.length > 0 && table_get(&target->naming.spelt, name) != TABLE_NONE) {
		DIAG(adoption->adopt->sink, ERRSPEC_DUPLICATE_NAME,
			found_span(adoption->found, found_value(found, FOUND_CODE)), name);
	}
	if (name.length == 0) {
		name = fit_decoded(adoption, value, DECODE_LINE);
	}
	if (!str_is_name(name) || table_get(&target->naming.spelt, name) != TABLE_NONE) {
		return (struct text){0};
	}
	naming_take(&target->naming, name, target->codes.count);
	return text_from(arena_copy(adoption->adopt->arena, name), value->at);
}

/* The number of a code, or the text that it is. */
static struct number
number_of(struct adoption *adoption, const struct adoption_target *target, struct str code)
{
	struct number number = {0};
	if (!target->is_string && integer_parse(code, &number) == INTEGER_FINE) {
		return number;
	}
	struct text *text = arena_alloc(adoption->adopt->arena, sizeof(*text));
	*text = text_from(code, 0);
	return (struct number){.string = text, .kind = NUMBER_STRING};
}

/* A code that no module has yet. */
static void
add_code(struct adoption *adoption, struct adoption_target *target, struct adopted_code *adopted,
	struct str spelt)
{
	struct arena *arena = adoption->adopt->arena;
	struct code *code = arena_alloc(arena, sizeof(*code));
	code->number = number_of(adoption, target, spelt);
	code->name = given_name(adoption, target, adopted->found, spelt);
	adopted->code = code;
	adopted->index = target->codes.count;
	VEC_PUSH(&target->codes, &adoption->scratch, struct code *, code);
	VEC_PUSH(&target->unnamed, &adoption->scratch, struct adopted_code *, adopted);
	VEC_PUSH(&target->made->added, arena, struct code *, code);
	if (target->made->is_new) {
		VEC_PUSH(&target->made->module->codes, arena, struct code *, code);
	}
	placing_new(adoption, target, adopted);
}

/* A code of a document in another language: that of the spec, for a translation adds none. */
static bool
place_translated(struct adoption *adoption, struct adoption_target *target,
	struct adopted_code *adopted, struct str spelt)
{
	struct str key = target->is_string ? spelt : adoption_key(&adoption->scratch, spelt);
	int64_t index = table_get(&target->by_code, key);
	if (index == TABLE_NONE) {
		DIAG(adoption->adopt->sink, ERRSPEC_NOT_IN_SPEC,
			found_span(adoption->found, found_value(adopted->found, FOUND_CODE)),
			spelt);
		return false;
	}
	adopted->code = VEC_AT(&target->codes, struct code *, index);
	placing_translated(adoption, target, adopted);
	return true;
}

/* A code by its spelling: one of the catalogue, one that was found before, or a new one. */
static void
place_code(struct adoption *adoption, struct adoption_target *target, struct adopted_code *adopted,
	struct str spelt)
{
	struct arena *scratch = &adoption->scratch;
	struct str key = target->is_string ? spelt : adoption_key(scratch, spelt);
	int64_t index = table_put(&target->by_code, scratch, key, target->codes.count);
	if (index == TABLE_NONE) {
		add_code(adoption, target, adopted, spelt);
		return;
	}
	adopted->code = VEC_AT(&target->codes, struct code *, index);
	adopted->index = (uint32_t)index;
	if (index < target->known) {
		placing_known(adoption, target, adopted);
	} else {
		placing_again(adoption, target, adopted);
	}
}

/* The row for all other codes; false if the module, which is the catalogue's, has none. */
static bool
place_catch_all(
	struct adoption *adoption, struct adoption_target *target, struct adopted_code *adopted)
{
	struct module *module = target->made->module;
	if (module->catch_all == NULL && !target->made->is_new) {
		return false;
	}
	if (module->catch_all == NULL) {
		module->catch_all = arena_alloc(adoption->adopt->arena, sizeof(*module->catch_all));
	}
	placing_catch_all(
		adoption, adopted, target->made->is_new || adoption->wish->original != NULL);
	return true;
}

/* What has neither code nor name goes on with the code before it; false if there is none. */
static bool
place_further(struct adoption *adoption, struct adoption_target *target,
	struct adopted_code *adopted, const struct vec *before)
{
	const struct adopted_code *last = before->count == 0
		? NULL
		: VEC_AT(before, struct adopted_code *, before->count - 1);
	if (last == NULL || last->code == NULL) {
		return false;
	}
	adopted->code = last->code;
	adopted->index = last->index;
	placing_again(adoption, target, adopted);
	return true;
}

static void
report_left_out(struct adoption *adoption, const struct found_code *found)
{
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		const struct found_value *value = found_value(found, role);
		if (value->text.data != NULL && value->text.length > 0) {
			struct fit_name name = {found_role_key(role), STR("")};
			DIAG(adoption->adopt->sink, ERRSPEC_TEXT_UNPLACED,
				found_span(adoption->found, value),
				fit_words(adoption->adopt->arena, name), value->text);
		}
	}
}

static void
place_found(struct adoption *adoption, struct adoption_target *target,
	const struct found_code *found, struct vec *codes)
{
	struct arena *arena = adoption->adopt->arena;
	struct adopted_code *adopted = arena_alloc(arena, sizeof(*adopted));
	struct str spelt = fit_code(adoption, found);
	bool is_placed = true;
	adopted->found = found;
	adopted->module = target->made->module;
	if (spelt.length == 0) {
		is_placed = place_further(adoption, target, adopted, codes);
	} else if (fit_is_catch_all(adoption, found)) {
		is_placed = place_catch_all(adoption, target, adopted);
	} else if (adoption->wish->original != NULL) {
		if (!place_translated(adoption, target, adopted, spelt)) {
			return; /* reported */
		}
	} else {
		place_code(adoption, target, adopted, spelt);
	}
	if (is_placed) {
		VEC_PUSH(codes, arena, struct adopted_code *, adopted);
	} else {
		report_left_out(adoption, found);
	}
}

static void
place_groups(struct adoption *adoption)
{
	struct arena *arena = adoption->adopt->arena;
	for (uint32_t i = 0; i < adoption->found->groups.count; i++) {
		const struct found_group *found =
			VEC_AT(&adoption->found->groups, struct found_group *, i);
		struct adoption_target *target =
			VEC_AT(&adoption->owners, struct adoption_target *, i);
		struct adopted_group *group = arena_alloc(arena, sizeof(*group));
		group->found = found;
		group->module = target->made->module;
		for (uint32_t j = 0; j < found->codes.count; j++) {
			place_found(adoption, target, VEC_AT(&found->codes, struct found_code *, j),
				&group->codes);
		}
		VEC_PUSH(&adoption->made->groups, arena, struct adopted_group *, group);
	}
}

/* Names the new codes that have no name yet; one without texts is called by its name. */
static void
name_codes(struct adoption *adoption, struct adoption_target *target)
{
	for (uint32_t i = 0; i < target->unnamed.count; i++) {
		const struct adopted_code *first =
			VEC_AT(&target->unnamed, struct adopted_code *, i);
		struct code *code = first->code;
		char digits[NUMBER_DIGITS];
		struct naming_texts texts = {
			.given = fit_decoded(
				adoption, found_value(first->found, FOUND_NAME), DECODE_LINE),
			.code = number_str(&code->number, digits),
			.title = text_str(code->title),
			.message = text_str(code->message),
			.description = text_str(code->description)};
		if (code->name.length == 0) {
			code->name =
				text_from(naming_make(&target->naming, &texts, first->index), 0);
		}
		if (code->title.length + code->message.length + code->description.length == 0) {
			code->title = code->name;
		}
	}
}

/* The first type that holds all codes of a module. */
static enum module_type
type_of(const struct adoption_target *target)
{
	for (enum module_type type = TYPE_INT32; type <= TYPE_UINT64; type++) {
		struct range range = module_type_range(type);
		bool fits = !target->is_string;
		for (uint32_t i = 0; fits && i < target->codes.count; i++) {
			const struct number *number =
				&VEC_AT(&target->codes, struct code *, i)->number;
			fits = number_compare(number, &range.low) >= 0 &&
				number_compare(number, &range.high) <= 0;
		}
		if (fits) {
			return type;
		}
	}
	return TYPE_STRING;
}

/* Integers that no one type holds together become texts. */
static void
spell_out(struct adoption *adoption, const struct adoption_target *target)
{
	struct arena *arena = adoption->adopt->arena;
	for (uint32_t i = 0; i < target->codes.count; i++) {
		struct number *number = &VEC_AT(&target->codes, struct code *, i)->number;
		char digits[NUMBER_DIGITS];
		struct str spelt = arena_copy(arena, number_str(number, digits));
		struct text *text = arena_alloc(arena, sizeof(*text));
		*text = text_from(spelt, number->at);
		*number = (struct number){.string = text, .kind = NUMBER_STRING};
	}
}

static void
finish_targets(struct adoption *adoption)
{
	for (uint32_t i = 0; i < adoption->targets.count; i++) {
		struct adoption_target *target =
			VEC_AT(&adoption->targets, struct adoption_target *, i);
		name_codes(adoption, target);
		if (target->made->is_new) {
			enum module_type type = type_of(target);
			target->made->module->type = (uint8_t)type;
			if (type == TYPE_STRING && !target->is_string) {
				spell_out(adoption, target);
			}
		}
	}
}

/* Whether there is something to adopt: codes, or a document that is to stay as it is. */
static bool
is_adoptable(struct adopt *adopt, const struct found *found, const struct adopted_wish *wish)
{
	if (count_codes(found) > 0) {
		return true;
	}
	bool is_kept = wish->is_document && wish->pinned.length > 0;
	struct span span = {found->source, 0, 0};
	DIAG(adopt->sink, is_kept ? ERRSPEC_NO_CODES : ERRSPEC_NOTHING_FOUND, span, wish->path);
	return is_kept;
}

struct adopted *
modules_adopt(struct adopt *adopt, const struct found *found, const struct adopted_wish *wish)
{
	if (!is_adoptable(adopt, found, wish)) {
		return NULL;
	}
	struct adoption adoption = {.adopt = adopt, .wish = wish, .found = found};
	adoption.document = source_get(adopt->sink->sources, found->source)->text;
	adoption.load = (struct load){adopt->arena, &adoption.scratch, adopt->sink, adopt->limits};
	adoption.made = arena_alloc(adopt->arena, sizeof(*adoption.made));
	adoption.made->found = found;
	struct str file = module_name_of_file(&adoption);
	partition_make(&adoption);
	if (adoption.targets.count == 0) {
		arena_free(&adoption.scratch);
		return NULL; /* reported */
	}
	name_modules(&adoption, file);
	place_groups(&adoption);
	finish_targets(&adoption);
	if (wish->is_document) {
		page_make(&adoption,
			adoption.targets.count == 1 ? text_str(VEC_AT(&adoption.made->modules,
							      struct adopted_module *, 0)
								       ->module->name)
						    : file);
	}
	head_place(&adoption);
	arena_free(&adoption.scratch);
	return adoption.made;
}
