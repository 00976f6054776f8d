#include "adopt/module_name.h"

#include "adopt/fit.h"
#include "base/path.h"
#include "errspec.h"

enum {
	PHRASE_MOST = 3, /* words that together say "error codes" */
	GIVEN_MOST = 200, /* bytes of one that people gave: files have a suffix too */
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

/* Whether the group says what its module is called. */
static bool
is_named(const struct intake *intake, const struct found_group *group)
{
	return group != NULL && group->is_module && str_is_name(group->title.text) &&
		intake->rules->module.length == 0;
}

struct str
module_name_for(struct intake *intake, const struct intake_module *into, struct str file)
{
	const struct found_group *group = into->first;
	if (group == NULL) {
		return file;
	}
	if (is_named(intake, group)) {
		return group->title.text;
	}
	struct str title = fit_decoded(intake, &group->title, DECODE_LINE);
	struct str own = module_name_of_text(intake, into->stem.length > 0 ? into->stem : title);
	bool is_name = own.length > 0 && (!group->is_loose || is_short(own));
	return is_name && intake->modules.count > 1 ? own : file;
}

/* Takes a name, and that of its file. */
static void
take(struct intake *intake, struct str name)
{
	struct arena *scratch = &intake->scratch;
	table_put(&intake->taken, scratch, name, 0);
	table_put(&intake->paths, scratch, module_name_path(scratch, name), 0);
}

void
module_name_note(struct intake *intake)
{
	const struct catalogue *catalogue = intake->rules->catalogue;
	for (uint32_t i = 0; catalogue != NULL && i < catalogue->modules.count; i++) {
		take(intake, text_str(VEC_AT(&catalogue->modules, struct module *, i)->name));
	}
}

/* Whether files have the name, in whatever capitals. */
static bool
is_taken(struct intake *intake, struct str name)
{
	struct str path = module_name_path(&intake->scratch, name);
	return table_get(&intake->paths, path) != TABLE_NONE;
}

/* Reports a name that people gave, if no file can be called so. */
static void
judge_given(struct intake *intake, const struct intake_module *into, struct str name)
{
	bool is_long = name.length > GIVEN_MOST;
	bool is_apart = table_get(&intake->taken, name) == TABLE_NONE && is_taken(intake, name);
	bool is_of_list = is_named(intake, into->first);
	struct span span = is_of_list ? found_span(intake->found, &into->first->title)
				      : (struct span){intake->found->source, 0, 0};
	if ((is_long || is_apart) && (is_of_list || intake->rules->module.length > 0)) {
		DIAG(intake->load.sink, ERRSPEC_NO_MODULE_FILE, span, name,
			is_long ? STR("the name has more than 200 bytes")
				: STR("another module has the name in other capitals"));
	}
}

struct str
module_name_free(struct intake *intake, const struct intake_module *into, struct str name)
{
	struct arena *arena = intake->load.arena;
	struct str unique = name;
	judge_given(intake, into, name);
	while (is_taken(intake, unique)) {
		unique = naming_numbered(&intake->numbering, arena, name);
	}
	take(intake, unique);
	return unique;
}

/* Whether the target has no file of this name, as its language would find it before its own. */
static bool
hides_another(struct intake *intake, struct str name)
{
	const struct intake_rules *rules = intake->rules;
	if (rules->words == NULL) {
		return false;
	}
	struct str file = ARENA_JOIN(&intake->scratch, name, rules->ending);
	char *word = arena_bytes(&intake->scratch, file.length);
	for (size_t i = 0; i < file.length; i++) {
		word[i] = file.data[i] == '.' ? '_' : str_to_lower(file.data[i]);
	}
	return reserved_has(rules->words, (struct str){word, file.length});
}

struct str
module_name_fit(struct intake *intake, struct str name)
{
	struct arena *arena = intake->load.arena;
	return path_is_safe(module_name_path(arena, name)) && !hides_another(intake, name)
		? name
		: ARENA_JOIN(arena, name, STR("_codes"));
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
