#include "read/header/header_manner.h"

#include "read/header/header_likely.h"

/* The traits that are being found. */
struct manner {
	struct header_reader *reader;
	struct arena *arena; /* of the traits */
	struct found_trait *first;
	struct found_trait *last;
	bool is_alone; /* all constants of the header belong together */
	bool is_of_function; /* of the trait that is added next */
};

static void
add(struct manner *manner, struct str var, bool is_true, struct str text)
{
	struct found_trait *trait = arena_alloc(manner->arena, sizeof(*trait));
	*trait = (struct found_trait){.var = var,
		.text = arena_keep(manner->arena, text, manner->reader->file.text),
		.is_true = is_true,
		.is_of_function = manner->is_of_function};
	if (manner->last == NULL) {
		manner->first = trait;
	} else {
		manner->last->next = trait;
	}
	manner->last = trait;
}

/* A name of the header's own, if it has one. */
static void
add_name(struct manner *manner, struct str name, struct str text)
{
	if (header_likely_is_own(text)) {
		add(manner, name, false, text);
	}
}

static void
add_truth(struct manner *manner, struct str name)
{
	add(manner, name, true, STR(""));
}

/* The word behind a directive of this line, as X of "#ifndef X"; empty if it is another one. */
static struct str
word_behind(struct str line, struct str directive)
{
	struct str rest = str_starts(line, STR("#")) ? str_trim(str_skip(line, 1)) : STR("");
	return str_starts(rest, directive) ? str_trim(str_skip(rest, directive.length)) : STR("");
}

/* Whether a constant may be called as a guard that is made of the name of a module. */
static bool
has_like_guard(const struct manner *manner)
{
	const struct header_items *items = &manner->reader->items;
	bool has_some = false;
	for (uint32_t i = 0; i < header_item_count(items) && !has_some; i++) {
		has_some = str_ends(header_item_at(items, i)->name, STR("_H"));
	}
	return has_some;
}

/* The include guard, or #pragma once: what the first directives of the file are; else neither. */
static bool
add_guard(struct manner *manner)
{
	struct str text = manner->reader->file.text, guard = STR("");
	for (size_t at = 0; at < text.length; at += str_line(text, at).length) {
		struct str line = str_trim(str_line(text, at));
		if (!str_starts(line, STR("#"))) {
			continue;
		}
		if (str_equal(word_behind(line, STR("pragma ")), STR("once"))) {
			add_truth(manner, STR("pragma_once"));
			return true;
		}
		if (guard.length > 0) {
			bool is_guard = str_equal(word_behind(line, STR("define ")), guard);
			add_name(manner, STR("guard"), is_guard ? guard : STR(""));
			return is_guard;
		}
		guard = word_behind(line, STR("ifndef "));
		if (!str_is_symbol(guard)) {
			return false;
		}
	}
	return false;
}

enum { SWITCH_MOST = 10000 }; /* codes, beyond which the target refuses a switch over them */

static bool
is_loose(const struct header_item *item)
{
	return item->group == (uint32_t)HEADER_LOOSE;
}

/* How the constants are declared. */
static void
add_constants(struct manner *manner, const struct header_item *item)
{
	const struct header_items *items = &manner->reader->items;
	if (is_loose(item)) {
		add(manner, STR("constants"), false,
			item->is_macro ? STR("macros") : STR("variables"));
		return;
	}
	const struct header_group *group = header_item_group(items, item->group);
	if (group->exceeds_int) {
		add(manner, STR("constants"), false, STR("enumerators"));
		add(manner, STR("standard"), false, STR("c23"));
	}
	add_name(manner, STR("tag"), group->tag);
	if (group->tag.length == 0) {
		add_truth(manner, STR("anonymous"));
	}
	add_name(manner, STR("typedef"), header_item_alias_of(items, group));
}

/* A function that takes the type of the constants at hand; NULL if there is none. */
static const struct header_function *
find_own(struct manner *manner, const struct header_item *item, bool wants_name)
{
	const struct header_functions *functions = &manner->reader->functions;
	const struct header_group *group =
		is_loose(item) ? NULL : header_item_group(&manner->reader->items, item->group);
	const struct header_function *found = NULL;
	struct str alias =
		group == NULL ? STR("") : header_item_alias_of(&manner->reader->items, group);
	if (alias.length > 0) {
		found = header_function_find(functions, alias, wants_name);
	}
	if (found == NULL && group != NULL && group->tag.length > 0) {
		struct str type = ARENA_JOIN(&manner->reader->arena, STR("enum "), group->tag);
		found = header_function_find(functions, type, wants_name);
	}
	return found;
}

/* A function that gives the message, or the name, of such a constant. */
static const struct header_function *
find_function(struct manner *manner, const struct header_item *item, bool wants_name, bool *is_own)
{
	const struct header_function *own = find_own(manner, item, wants_name);
	*is_own = own != NULL;
	return own == NULL && manner->is_alone
		? header_function_plain(&manner->reader->functions, wants_name)
		: own;
}

/* What gives messages and names, if anything does. */
static void
add_functions(struct manner *manner, const struct header_item *item)
{
	bool is_own = false, is_own_too = false;
	const struct header_function *message = find_function(manner, item, false, &is_own);
	const struct header_function *name = find_function(manner, item, true, &is_own_too);
	const struct header_function *any = message != NULL ? message : name;
	manner->is_of_function = true;
	if (message != NULL) {
		add_truth(manner, STR("messages"));
		add_name(manner, STR("message_function"), message->name);
	}
	if (name != NULL) {
		add_truth(manner, STR("names"));
		add_name(manner, STR("name_function"), name->name);
	}
	if (any == NULL) {
		return;
	}
	if (header_item_count(&manner->reader->items) > SWITCH_MOST) {
		add(manner, STR("form"), false, STR("search"));
	}
	if (!(message != NULL ? is_own : is_own_too)) {
		add(manner, STR("parameter"), false, any->type);
	}
	add_name(manner, STR("parameter_name"), any->parameter);
	if (str_is_name(any->export)) { /* with '_' before it is a word of a compiler */
		add_name(manner, STR("export"), any->export);
	}
	if (str_is_name(any->calling)) {
		add_name(manner, STR("calling"), any->calling);
	}
}

const struct found_trait *
header_manner_of(struct header_reader *reader, struct arena *arena, const struct header_item *item,
	bool is_alone)
{
	struct manner manner = {.reader = reader, .arena = arena, .is_alone = is_alone};
	if (!is_loose(item) && header_item_group(&reader->items, item->group)->is_scoped) {
		return NULL;
	}
	add_constants(&manner, item);
	if (!is_loose(item)) {
		add_functions(&manner, item);
	}
	return manner.first;
}

const struct found_trait *
header_manner_of_file(
	struct header_reader *reader, struct arena *arena, bool is_alone, bool is_whole)
{
	struct manner manner = {.reader = reader, .arena = arena, .is_alone = is_alone};
	const struct header_item *first =
		header_item_count(&reader->items) == 0 ? NULL : header_item_at(&reader->items, 0);
	if (is_whole && !add_guard(&manner) && has_like_guard(&manner)) {
		add_truth(&manner, STR("pragma_once"));
	}
	if (first != NULL && is_loose(first)) {
		add_functions(&manner, first);
	}
	return manner.first;
}
