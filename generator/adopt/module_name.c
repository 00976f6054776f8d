#include "adopt/module_name.h"

#include "adopt/fit.h"

enum {
	PHRASE_MOST = 3, /* words that together say "error codes" */
	NAME_MOST = 32 /* bytes of a name, which becomes that of files */
};

/* The start of the word that is the `count`-th from the end; 0 if there are fewer. */
static size_t
words_at_end(struct str name, unsigned count)
{
	size_t at = name.length;
	while (at > 0 && count > 0) {
		at--;
		count -= name.data[at] == '_';
	}
	return count > 0 ? 0 : at + 1;
}

/* The end of the first `count` words. */
static size_t
words_at_start(struct str name, unsigned count)
{
	size_t at = 0;
	while (at < name.length && count > 0) {
		count -= name.data[at] == '_';
		at += count > 0;
	}
	return at;
}

/* Whether words with underscores between them say no more than "error codes". */
static bool
says_codes(const struct intake *intake, struct str words)
{
	char phrase[NAME_MOST];
	if (intake->rules->vocabulary == NULL || words.length > NAME_MOST) {
		return false;
	}
	for (size_t i = 0; i < words.length; i++) {
		phrase[i] = words.data[i] == '_' ? ' ' : words.data[i];
	}
	struct str spelt = {phrase, words.length};
	return vocabulary_find(intake->rules->vocabulary, spelt) == FOUND_CODE;
}

/* The name without words at either end that say "error codes", unless nothing else is left. */
static struct str
without_codes(const struct intake *intake, struct str name)
{
	for (unsigned count = PHRASE_MOST; count > 0; count--) {
		size_t end = words_at_start(name, count), start = words_at_end(name, count);
		if (end < name.length && says_codes(intake, str_head(name, end))) {
			return without_codes(intake, str_skip(name, end + 1));
		}
		if (start > 0 && says_codes(intake, str_skip(name, start))) {
			return without_codes(intake, str_head(name, start - 1));
		}
	}
	return says_codes(intake, name) ? STR("") : name;
}

struct str
module_name_of_text(struct intake *intake, struct str text)
{
	struct arena *arena = intake->load.arena;
	struct str name = without_codes(intake, naming_small(arena, text, NAME_MOST));
	bool is_name = name.length == 0 || str_is_letter(name.data[0]);
	return is_name ? name : ARENA_JOIN(arena, STR("codes_"), name);
}

/* The part of a path behind its folders and before its suffix. */
static struct str
stem_of(struct str path)
{
	size_t start = path.length, end = path.length;
	while (start > 0 && path.data[start - 1] != '/') {
		start--;
		end = path.data[start] == '.' && end == path.length ? start : end;
	}
	end = end > start ? end : path.length;
	return (struct str){path.data + start, end - start};
}

static bool
is_ascii(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if ((unsigned char)text.data[i] >= 0x80) {
			return false;
		}
	}
	return true;
}

struct str
module_name_of_file(struct intake *intake)
{
	const struct intake_rules *rules = intake->rules;
	if (rules->module.length > 0) {
		return rules->module;
	}
	struct str stem = stem_of(rules->path), name = STR("");
	if (is_ascii(stem)) {
		name = module_name_of_text(intake, stem);
	}
	if (name.length == 0) {
		struct str title = fit_decoded(intake, &intake->found->title, DECODE_LINE);
		name = module_name_of_text(intake, title);
	}
	return name.length > 0 ? name : STR("codes");
}

/* Whether it is short enough to call something by. */
static bool
is_short(struct str name)
{
	enum { WORDS_MOST = 3 };
	return words_at_end(name, WORDS_MOST) == 0;
}

struct str
module_name_for(struct intake *intake, const struct intake_module *into, struct str file)
{
	const struct found_group *group = into->first;
	if (group == NULL) {
		return file;
	}
	if (group->is_module && str_is_name(group->title.text) &&
		intake->rules->module.length == 0) {
		return group->title.text;
	}
	struct str title = fit_decoded(intake, &group->title, DECODE_LINE);
	struct str own = module_name_of_text(intake, into->stem.length > 0 ? into->stem : title);
	bool is_name = own.length > 0 && (!group->is_loose || is_short(own));
	return is_name && intake->modules.count > 1 ? own : file;
}

static bool
is_taken(const struct intake *intake, struct str name)
{
	const struct catalogue *catalogue = intake->rules->catalogue;
	if (catalogue != NULL && catalogue_module(catalogue, name) != NULL) {
		return true;
	}
	return table_get(&intake->taken, name) != TABLE_NONE;
}

struct str
module_name_free(struct intake *intake, struct str name)
{
	struct arena *arena = intake->load.arena;
	struct str unique = name;
	while (is_taken(intake, unique)) {
		unique = naming_numbered(&intake->numbering, arena, name);
	}
	table_put(&intake->taken, arena, unique, 0);
	return unique;
}

struct str
module_name_path(struct arena *arena, struct str name)
{
	char *path = arena_bytes(arena, name.length);
	for (size_t i = 0; i < name.length; i++) {
		path[i] = name.data[i] == '_' ? '-' : str_to_lower(name.data[i]);
	}
	return ARENA_JOIN(arena, ((struct str){path, name.length}), STR(".yaml"));
}
