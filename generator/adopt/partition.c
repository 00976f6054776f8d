#include "adopt/partition.h"

#include "adopt/clash.h"
#include "adopt/fit.h"
#include "adopt/matching.h"
#include "spec/integer.h"

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
look_of(struct intake *intake, const struct found_group *group)
{
	struct group_look look = {.has_texts = group->is_text};
	struct str code;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		if (fit_is_counted(intake, VEC_AT(&group->codes, struct found_code *, i), &code)) {
			look.has_words = look.has_words || is_word(code);
			look.has_numbers = look.has_numbers || !is_word(code);
			look.has_texts = look.has_texts || is_text(code);
		}
	}
	return look;
}

/* A module as codes are looked up in it. */
static struct intake_module *
add_module(struct intake *intake, struct module *module, bool is_new)
{
	struct arena *arena = intake->load.arena, *scratch = &intake->scratch;
	struct intake_module *into = arena_alloc(scratch, sizeof(*into));
	into->made = arena_alloc(arena, sizeof(*into->made));
	into->made->module = module;
	into->made->is_new = is_new;
	into->naming.arena = arena;
	into->naming.scratch = scratch;
	into->is_string = module->type == TYPE_STRING;
	VEC_PUSH(&intake->modules, scratch, struct intake_module *, into);
	VEC_PUSH(&intake->made->modules, arena, struct adopted_module *, into->made);
	return into;
}

static void
take_names(struct naming *naming, const struct code *code, uint32_t index)
{
	naming_take(naming, text_str(code->name), index);
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->aliases.count; i++) {
		naming_take(naming, text_str(VEC_AT(&code->rare->aliases, struct text, i)), index);
	}
}

/* The into for a module of the catalogue, with all codes that it has. */
static struct intake_module *
known_module(struct intake *intake, struct module *module)
{
	struct arena *scratch = &intake->scratch;
	int64_t before =
		table_put(&intake->known, scratch, text_str(module->name), intake->modules.count);
	if (before != TABLE_NONE) {
		return VEC_AT(&intake->modules, struct intake_module *, before);
	}
	struct intake_module *into = add_module(intake, module, false);
	into->made->path = source_get(intake->load.sink->sources, module->source)->path;
	for (uint32_t i = 0; i < module->codes.count; i++) {
		struct code *code = VEC_AT(&module->codes, struct code *, i);
		char digits[NUMBER_DIGITS];
		struct str key = arena_copy(scratch, number_str(&code->number, digits));
		table_put(&into->by_code, scratch, key, i);
		VEC_PUSH(&into->codes, scratch, struct code *, code);
		take_names(&into->naming, code, i);
	}
	into->known = into->codes.count;
	return into;
}

/* Whether new groups need a module each: they clash, or number their codes in different ways. */
static bool
need_modules_each(struct intake *intake, struct module **matches)
{
	struct clash_book book = {0};
	bool any_numbers = false, any_words = false;
	for (uint32_t i = 0; i < intake->found->groups.count; i++) {
		const struct found_group *group = intake_group(intake, i);
		if (matches[i] != NULL || group->is_type) {
			continue;
		}
		if (group->is_module) {
			return true;
		}
		struct group_look look = look_of(intake, group);
		any_numbers = any_numbers || (look.has_numbers && !look.has_words);
		any_words = any_words || (look.has_words && !look.has_numbers);
		if (clash_find(intake, group, &book, true)) {
			return true;
		}
		if (i + 1 < intake->found->groups.count) {
			clash_note(intake, group, &book);
		}
	}
	return intake->rules->is_document && any_numbers && any_words;
}

/* A new module; its name and path come later. */
static struct intake_module *
new_module(struct intake *intake)
{
	struct module *module = arena_alloc(intake->load.arena, sizeof(*module));
	module->source = intake->found->source;
	return add_module(intake, module, true);
}

enum { SHARED_MOST = 100 }; /* shared modules that are tried */

/* How groups without a module of the catalogue come to one. */
struct sharing {
	bool is_each; /* each that has a title gets one of its own */
	struct vec books; /* struct clash_book: what is in those that are shared */
	struct vec modules; /* struct intake_module *, in the same order */
};

/*
 * The first shared module that does not contradict the group; a new one where all do, or so many
 * of them that no more are tried.
 */
static struct intake_module *
shared_module(struct intake *intake, const struct found_group *group, struct sharing *sharing)
{
	struct arena *scratch = &intake->scratch;
	uint32_t i = 0, count = sharing->modules.count;
	while (i < count && sharing->is_each &&
		clash_find(intake, group, &VEC_AT(&sharing->books, struct clash_book, i), false)) {
		i = i + 1 < SHARED_MOST ? i + 1 : count;
	}
	if (i == count) {
		VEC_PUSH(&sharing->modules, scratch, struct intake_module *, new_module(intake));
		VEC_PUSH(&sharing->books, scratch, struct clash_book, ((struct clash_book){0}));
	}
	if (sharing->is_each && i < SHARED_MOST) {
		clash_note(intake, group, &VEC_AT(&sharing->books, struct clash_book, i));
	}
	return VEC_AT(&sharing->modules, struct intake_module *, i);
}

/* The module for a group: known, its own or a shared one; for an empty one that before it. */
static struct intake_module *
module_for(struct intake *intake, uint32_t index, struct module *match, struct sharing *sharing,
	struct intake_module *before)
{
	const struct found_group *group = intake_group(intake, index);
	if (match != NULL) {
		return known_module(intake, match);
	}
	if (group->codes.count == 0 && before != NULL) {
		return before;
	}
	bool is_own = sharing->is_each || group->is_type;
	if (is_own && group->title.text.length > 0) {
		return new_module(intake);
	}
	return shared_module(intake, group, sharing);
}

void
partition_make(struct intake *intake)
{
	struct module **matches = matching_find(intake);
	if (matches == NULL) {
		return;
	}
	bool is_one = intake->found->is_one_space;
	struct sharing sharing = {.is_each = !is_one && need_modules_each(intake, matches)};
	struct intake_module *owner = NULL;
	for (uint32_t i = 0; i < intake->found->groups.count; i++) {
		owner = module_for(intake, i, matches[i], &sharing, owner);
		const struct found_group *group = intake_group(intake, i);
		owner->groups++;
		owner->first =
			owner->first == NULL && group->codes.count > 0 ? group : owner->first;
		owner->is_string = owner->is_string ||
			(owner->made->is_new && look_of(intake, group).has_texts);
		VEC_PUSH(&intake->owners, &intake->scratch, struct intake_module *, owner);
	}
	if (intake->modules.count == 0) {
		struct module *empty = matching_empty(intake);
		if (empty != NULL) {
			known_module(intake, empty);
		} else {
			new_module(intake);
		}
	}
}
