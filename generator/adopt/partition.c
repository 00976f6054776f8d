#include "adopt/partition.h"

#include "adopt/fit.h"
#include "spec/integer.h"

static const struct found_group *
group_at(const struct adoption *adoption, uint32_t index)
{
	return VEC_AT(&adoption->found->groups, struct found_group *, index);
}

static struct found_code *
code_at(const struct found_group *group, uint32_t index)
{
	return VEC_AT(&group->codes, struct found_code *, index);
}

/* Whether a found code has a code of its own: it is there, and no row for all others. */
static bool
is_counted(struct adoption *adoption, const struct found_code *found, struct str *code)
{
	*code = adoption_code(adoption, found);
	return code->length > 0 && !adoption_is_catch_all(adoption, found);
}

/* Whether a code must be a text: it is no integer as specs write them. */
static bool
is_text(struct str code)
{
	struct number number = {0};
	return integer_parse(code, &number) != INTEGER_FINE;
}

/* Whether a code is a word: no leading zero makes it one, and no hexadecimal digit. */
static bool
is_word(struct str code)
{
	bool has_letter = false;
	for (size_t i = 0; i < code.length; i++) {
		has_letter = has_letter || str_is_letter(code.data[i]);
	}
	return has_letter && is_text(code);
}

/* How the codes of a group look. */
struct group_look {
	bool has_numbers, has_words, has_texts; /* texts: no integers as specs write them */
};

static struct group_look
look_of(struct adoption *adoption, const struct found_group *group)
{
	struct group_look look = {0};
	struct str code;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		if (is_counted(adoption, code_at(group, i), &code)) {
			look.has_words = look.has_words || is_word(code);
			look.has_numbers = look.has_numbers || !is_word(code);
			look.has_texts = look.has_texts || is_text(code);
		}
	}
	return look;
}

/* A module as codes are looked up in it. */
static struct adoption_target *
add_target(struct adoption *adoption, struct module *module, bool is_new)
{
	struct arena *arena = adoption->adopt->arena;
	struct adoption_target *target = arena_alloc(arena, sizeof(*target));
	target->made = arena_alloc(arena, sizeof(*target->made));
	target->made->module = module;
	target->made->is_new = is_new;
	target->naming.arena = arena;
	target->is_string = module->type == TYPE_STRING;
	VEC_PUSH(&adoption->targets, arena, struct adoption_target *, target);
	VEC_PUSH(&adoption->made->modules, arena, struct adopted_module *, target->made);
	return target;
}

static void
take_names(struct naming *naming, const struct code *code)
{
	naming_take(naming, text_str(code->name));
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->aliases.count; i++) {
		naming_take(naming, text_str(VEC_AT(&code->rare->aliases, struct text, i)));
	}
}

/* The target for a module of the catalogue, with all codes that it has. */
static struct adoption_target *
known_target(struct adoption *adoption, struct module *module)
{
	struct arena *arena = adoption->adopt->arena;
	for (uint32_t i = 0; i < adoption->targets.count; i++) {
		struct adoption_target *target =
			VEC_AT(&adoption->targets, struct adoption_target *, i);
		if (target->made->module == module) {
			return target;
		}
	}
	struct adoption_target *target = add_target(adoption, module, false);
	target->made->path = source_get(adoption->adopt->sink->sources, module->source)->path;
	for (uint32_t i = 0; i < module->codes.count; i++) {
		struct code *code = VEC_AT(&module->codes, struct code *, i);
		char digits[NUMBER_DIGITS];
		struct str key = arena_copy(arena, number_str(&code->number, digits));
		table_put(&target->by_code, arena, key, i);
		VEC_PUSH(&target->codes, arena, struct code *, code);
		take_names(&target->naming, code);
	}
	target->known = target->codes.count;
	return target;
}

static uint32_t
count_common(struct adoption *adoption, const struct found_group *group, const struct table *codes,
	uint32_t *counted)
{
	uint32_t common = 0;
	struct str code;
	*counted = 0;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		if (is_counted(adoption, code_at(group, i), &code)) {
			(*counted)++;
			common += table_get(codes, adoption_key(&adoption->scratch, code)) !=
				TABLE_NONE;
		}
	}
	return common;
}

/* The codes of a module, as adoption_key gives them. */
static struct table
codes_of(struct adoption *adoption, const struct module *module)
{
	struct table table = {0};
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		char digits[NUMBER_DIGITS];
		struct str key = number_str(&code->number, digits);
		table_put(&table, &adoption->scratch, arena_copy(&adoption->scratch, key), i);
	}
	return table;
}

/*
 * Finds for each group the module of the catalogue that has most codes in common with it, if these
 * are at least half of the codes of one of both.
 */
static void
match_modules(struct adoption *adoption, struct module **matches)
{
	const struct catalogue *catalogue = adoption->wish->catalogue;
	uint32_t groups = adoption->found->groups.count;
	uint32_t *best = arena_alloc(&adoption->scratch, (groups + 1) * sizeof(*best));
	for (uint32_t i = 0; catalogue != NULL && i < catalogue->modules.count; i++) {
		struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		struct table codes = codes_of(adoption, module);
		for (uint32_t j = 0; j < groups; j++) {
			uint32_t counted;
			uint32_t common =
				count_common(adoption, group_at(adoption, j), &codes, &counted);
			uint32_t least = counted < codes.count ? counted : codes.count;
			if (common > best[j] && common * 2 >= least) {
				best[j] = common;
				matches[j] = module;
			}
		}
	}
}

/* Whether two found codes say different things. */
static bool
differ(struct adoption *adoption, const struct found_code *a, const struct found_code *b)
{
	for (unsigned role = FOUND_NAME; role <= FOUND_ACTIONS; role++) {
		struct str x = a->values[role].text, y = b->values[role].text;
		if (x.length == 0 || y.length == 0 || str_equal(x, y)) {
			continue;
		}
		x = fit_decoded(adoption, &a->values[role], DECODE_MARKDOWN);
		y = fit_decoded(adoption, &b->values[role], DECODE_MARKDOWN);
		if (!str_equal(x, y)) {
			return true;
		}
	}
	return false;
}

/* Where a code was found first. */
struct sighting {
	uint32_t group;
	const struct found_code *code;
};

static void
report_clash(struct adoption *adoption, struct str code, const struct found_code *later,
	const struct found_code *first)
{
	struct diag_sink *sink = adoption->adopt->sink;
	struct diag *diag = DIAG(sink, ERRSPEC_TABLES_DISAGREE,
		adoption_span(adoption, &later->values[FOUND_CODE]), code);
	diag_note(sink, diag, adoption_span(adoption, &first->values[FOUND_CODE]),
		STR("it stands here first"));
}

/* Whether a code of the group contradicts what an earlier group says of it; reports the first. */
static bool
group_clashes(struct adoption *adoption, uint32_t index, struct table *codes, struct vec *seen)
{
	const struct found_group *group = group_at(adoption, index);
	struct arena *scratch = &adoption->scratch;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *found = code_at(group, i);
		struct str code = adoption_code(adoption, found);
		int64_t first = code.length == 0
			? TABLE_NONE
			: table_put(codes, scratch, adoption_key(scratch, code), seen->count);
		if (first == TABLE_NONE) {
			VEC_PUSH(seen, scratch, struct sighting, ((struct sighting){index, found}));
			continue;
		}
		struct sighting before = VEC_AT(seen, struct sighting, first);
		if (before.group != index && differ(adoption, found, before.code)) {
			report_clash(adoption, code, found, before.code);
			return true;
		}
	}
	return false;
}

/* Whether new groups need a module each: they clash, or number their codes in different ways. */
static bool
need_modules_each(struct adoption *adoption, struct module **matches)
{
	struct table codes = {0};
	struct vec seen = {0};
	bool any_numbers = false, any_words = false;
	for (uint32_t i = 0; i < adoption->found->groups.count; i++) {
		if (matches[i] != NULL) {
			continue;
		}
		struct group_look look = look_of(adoption, group_at(adoption, i));
		any_numbers = any_numbers || (look.has_numbers && !look.has_words);
		any_words = any_words || (look.has_words && !look.has_numbers);
		if (group_clashes(adoption, i, &codes, &seen)) {
			return true;
		}
	}
	return adoption->wish->is_document && any_numbers && any_words;
}

/* A new module; its name and path come later. */
static struct adoption_target *
new_target(struct adoption *adoption)
{
	struct module *module = arena_alloc(adoption->adopt->arena, sizeof(*module));
	module->source = adoption->found->source;
	return add_target(adoption, module, true);
}

/* The module for a group: known, its own or the common one; for an empty one that before it. */
static struct adoption_target *
target_for(struct adoption *adoption, uint32_t index, struct module *match,
	struct adoption_target **common, struct adoption_target *before)
{
	const struct found_group *group = group_at(adoption, index);
	if (match != NULL) {
		return known_target(adoption, match);
	}
	if (group->codes.count == 0 && before != NULL) {
		return before;
	}
	if (common == NULL) {
		return new_target(adoption);
	}
	*common = *common == NULL ? new_target(adoption) : *common;
	return *common;
}

void
partition_make(struct adoption *adoption)
{
	const struct adopted_wish *wish = adoption->wish;
	uint32_t groups = adoption->found->groups.count;
	struct module **matches =
		arena_alloc(&adoption->scratch, (groups + 1) * sizeof(struct module *));
	const struct module *wanted =
		wish->catalogue == NULL ? NULL : catalogue_module(wish->catalogue, wish->module);
	if (wish->module.length == 0) {
		match_modules(adoption, matches);
	}
	for (uint32_t i = 0; wanted != NULL && i < groups; i++) {
		matches[i] = (struct module *)wanted;
	}
	bool is_each = need_modules_each(adoption, matches);
	struct adoption_target *common = NULL, *owner = NULL;
	for (uint32_t i = 0; i < groups; i++) {
		owner = target_for(adoption, i, matches[i], is_each ? NULL : &common, owner);
		owner->is_string = owner->is_string ||
			(owner->made->is_new && look_of(adoption, group_at(adoption, i)).has_texts);
		VEC_PUSH(
			&adoption->owners, adoption->adopt->arena, struct adoption_target *, owner);
	}
}
