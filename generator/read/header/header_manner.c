#include "read/header/header_manner.h"

#include "read/header/header_likely.h"

/* The vars that are being made. */
struct manner {
	struct header_reader *reader;
	struct arena *arena; /* of the vars */
	struct value *vars;
};

static void
add(struct manner *manner, struct str name, enum value_kind kind, struct str text)
{
	struct value *value = arena_alloc(manner->arena, sizeof(*value));
	*value = (struct value){.kind = kind, .text = arena_copy(manner->arena, text)};
	value_add(manner->arena, manner->vars, name, value);
}

/* A name of the header's own, if it has one. */
static void
add_name(struct manner *manner, struct str name, struct str text)
{
	if (header_likely_is_own(text)) {
		add(manner, name, VALUE_STRING, text);
	}
}

static void
add_truth(struct manner *manner, struct str name, bool is_true)
{
	add(manner, name, VALUE_BOOL, is_true ? STR("true") : STR("false"));
}

/* The word behind a directive of this line, as X of "#ifndef X"; empty if it is another one. */
static struct str
word_behind(struct str line, struct str directive)
{
	struct str rest = str_starts(line, STR("#")) ? str_trim(str_skip(line, 1)) : STR("");
	return str_starts(rest, directive) ? str_trim(str_skip(rest, directive.length)) : STR("");
}

/* The include guard, or #pragma once: what the first directives of the file are. */
static void
add_guard(struct manner *manner)
{
	struct str text = manner->reader->file.text, guard = STR("");
	for (size_t at = 0; at < text.length; at += str_line(text, at).length) {
		struct str line = str_trim(str_line(text, at));
		if (!str_starts(line, STR("#"))) {
			continue;
		}
		if (str_equal(word_behind(line, STR("pragma ")), STR("once"))) {
			add_truth(manner, STR("pragma_once"), true);
			return;
		}
		if (guard.length > 0) {
			bool is_guard = str_equal(word_behind(line, STR("define ")), guard);
			add_name(manner, STR("guard"), is_guard ? guard : STR(""));
			return;
		}
		guard = word_behind(line, STR("ifndef "));
		if (!str_is_name(guard)) {
			return;
		}
	}
}

/* How the constants are declared. */
static void
add_constants(struct manner *manner, const struct header_item *item)
{
	const struct header_items *items = &manner->reader->items;
	add_truth(manner, STR("as_named"), true);
	if (item->group == (uint32_t)HEADER_LOOSE) {
		add(manner, STR("constants"), VALUE_STRING,
			item->definition != NULL ? STR("macros") : STR("variables"));
		return;
	}
	const struct header_group *group = header_item_group(items, item->group);
	add_name(manner, STR("tag"), group->tag);
	if (group->tag.length == 0) {
		add_truth(manner, STR("anonymous"), true);
	}
	add_name(manner, STR("typedef"), group->alias);
}

/* Whether the function is one for the constants that the item belongs to. */
static bool
is_for(const struct manner *manner, const struct header_function *function,
	const struct header_item *item, bool *is_own)
{
	static const char *const plain[] = {"int", "unsigned int", "long", "unsigned long",
		"long long", "unsigned long long", "size_t", "int32_t", "uint32_t", "int64_t",
		"uint64_t", NULL};
	const struct header_items *items = &manner->reader->items;
	struct str type = function->type, tag = STR("enum ");
	const struct header_group *group = item->group == (uint32_t)HEADER_LOOSE
		? NULL
		: header_item_group(items, item->group);
	*is_own = group != NULL &&
		((group->alias.length > 0 && str_equal(type, group->alias)) ||
			(str_starts(type, tag) && group->tag.length > 0 &&
				str_equal(str_skip(type, tag.length), group->tag)));
	bool is_plain = false, is_alone = items->groups.count <= 1;
	for (size_t i = 0; is_alone && plain[i] != NULL && !is_plain; i++) {
		is_plain = str_equal(type, str_from(plain[i]));
	}
	return *is_own || is_plain;
}

/* The first function whose name has, or has not, "name" in it; NULL if there is none. */
static const struct header_function *
find_function(
	const struct manner *manner, const struct header_item *item, bool wants_name, bool *is_own)
{
	const struct vec *all = &manner->reader->functions.all;
	const struct header_function *found = NULL;
	for (uint32_t i = 0; i < all->count; i++) {
		const struct header_function *function = &VEC_AT(all, struct header_function, i);
		bool names = str_search(function->name, 0, STR("name")) < function->name.length ||
			str_search(function->name, 0, STR("Name")) < function->name.length;
		bool own = false;
		bool fits = names == wants_name && is_for(manner, function, item, &own);
		if (fits && (found == NULL || (own && !*is_own))) {
			found = function;
			*is_own = own;
		}
	}
	return found;
}

static void
add_functions(struct manner *manner, const struct header_item *item)
{
	bool is_own = false, is_own_too = false;
	const struct header_function *message = find_function(manner, item, false, &is_own);
	const struct header_function *name = find_function(manner, item, true, &is_own_too);
	const struct header_function *any = message != NULL ? message : name;
	if (message == NULL) {
		add_truth(manner, STR("messages"), false);
	} else {
		add_name(manner, STR("message_function"), message->name);
	}
	if (name == NULL) {
		add_truth(manner, STR("names"), false);
	} else {
		add_name(manner, STR("name_function"), name->name);
	}
	if (any != NULL) {
		bool is_typed = message != NULL ? is_own : is_own_too;
		if (!is_typed) {
			add(manner, STR("parameter"), VALUE_STRING, any->type);
		}
		add_name(manner, STR("parameter_name"), any->parameter);
		add_name(manner, STR("export"), any->export);
		add_name(manner, STR("calling"), any->calling);
	}
}

struct value *
header_manner_of(struct header_reader *reader, struct arena *arena, const struct header_item *item)
{
	struct manner manner = {reader, arena, arena_alloc(arena, sizeof(*manner.vars))};
	bool is_loose = item->group == (uint32_t)HEADER_LOOSE;
	if (!is_loose && header_item_group(&reader->items, item->group)->is_scoped) {
		return NULL;
	}
	*manner.vars = (struct value){.kind = VALUE_MAP};
	add_constants(&manner, item);
	add_functions(&manner, item);
	return manner.vars;
}

struct value *
header_manner_of_file(struct header_reader *reader, struct arena *arena)
{
	struct manner manner = {reader, arena, arena_alloc(arena, sizeof(*manner.vars))};
	*manner.vars = (struct value){.kind = VALUE_MAP};
	add_guard(&manner);
	return manner.vars;
}
