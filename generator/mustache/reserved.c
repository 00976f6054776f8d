#include "mustache/reserved.h"

#include "errspec.h"

#define PLACEHOLDER STR("{name}")

/* The first word of a text; empty at its end. */
static struct str
first_word(struct str rest)
{
	size_t blank = str_find(rest, 0, ' ');
	return str_head(rest, str_find(str_head(rest, blank), 0, '\n'));
}

static void
add_words(struct reserved *reserved, struct arena *arena, struct str text)
{
	struct str rest = str_trim(text);
	while (rest.length > 0) {
		struct str word = first_word(rest);
		table_put(&reserved->words, arena, word, reserved->words.count);
		reserved->longest =
			word.length > reserved->longest ? word.length : reserved->longest;
		rest = str_trim(str_skip(rest, word.length));
	}
}

/* Whether {name} stands in the form once, and something else does. */
static bool
is_form(struct str form)
{
	size_t at = str_search(form, 0, PLACEHOLDER);
	bool is_there = at < form.length && form.length > PLACEHOLDER.length;
	return is_there && str_search(form, at + 1, PLACEHOLDER) == form.length;
}

static void
add_form(struct reserved *reserved, struct arena *arena, struct str word, struct str form)
{
	size_t at = str_search(form, 0, PLACEHOLDER);
	struct str renamed = ARENA_JOIN(
		arena, str_head(form, at), word, str_skip(form, at + PLACEHOLDER.length));
	table_put(&reserved->forms, arena, renamed, reserved->renamed.count);
	VEC_PUSH(&reserved->renamed, arena, struct str, renamed);
}

/* The renamed words, in the order of the text, each of which comes once. */
static void
add_forms(struct reserved *reserved, struct arena *arena, const struct reserved_rules *rules)
{
	struct str rest = str_trim(text_str(rules->words));
	while (rest.length > 0) {
		struct str word = first_word(rest);
		if (table_get(&reserved->words, word) == reserved->renamed.count) {
			add_form(reserved, arena, word, text_str(rules->rename));
		}
		rest = str_trim(str_skip(rest, word.length));
	}
}

/* A renamed word that is reserved itself is no way out. */
static bool
check_forms(const struct reserved *reserved, struct diag_sink *sink, struct span span)
{
	uint32_t errors = sink->errors;
	for (uint32_t i = 0; i < reserved->renamed.count; i++) {
		struct str renamed = VEC_AT(&reserved->renamed, struct str, i);
		if (reserved_has(reserved, renamed)) {
			DIAG(sink, ERRSPEC_RENAMED_TO_RESERVED, span, renamed);
		}
	}
	return sink->errors == errors;
}

bool
reserved_read(struct reserved *reserved, struct arena *arena, struct diag_sink *sink,
	const struct reserved_rules *rules)
{
	struct span span = text_span(rules->rename, rules->source);
	add_words(reserved, arena, text_str(rules->words));
	if (rules->rename.length == 0) {
		return true;
	}
	if (!is_form(text_str(rules->rename))) {
		DIAG(sink, ERRSPEC_BAD_RENAME, span, text_str(rules->rename), PLACEHOLDER);
		return false;
	}
	if (reserved->words.count == 0) {
		DIAG_PLAIN(sink, ERRSPEC_NOTHING_TO_RENAME, span);
		return false;
	}
	add_forms(reserved, arena, rules);
	return check_forms(reserved, sink, span);
}

bool
reserved_has(const struct reserved *reserved, struct str word)
{
	return word.length <= reserved->longest && table_get(&reserved->words, word) != TABLE_NONE;
}

/* What is written for `word` if it is one of them and there is a form; else empty. */
static struct str
rename_of(const struct reserved *reserved, struct str word)
{
	int64_t index = reserved->renamed.count == 0 || word.length > reserved->longest
		? TABLE_NONE
		: table_get(&reserved->words, word);
	return index == TABLE_NONE ? STR("") : VEC_AT(&reserved->renamed, struct str, index);
}

bool
reserved_made(const struct reserved *reserved, struct str word)
{
	return table_get(&reserved->forms, word) != TABLE_NONE;
}

void
reserved_add_name(
	const struct reserved *reserved, struct out *out, enum name_case style, struct str name)
{
	if (reserved == NULL || name.length > OUT_CHUNK / 2) {
		name_add(out, style, name); /* no such word is reserved */
		return;
	}
	if ((size_t)(out->end - out->next) < 2 * name.length) {
		out_flush(out);
	}
	char *start = out->next;
	name_add(out, style, name);
	struct str word = {start, (size_t)(out->next - start)};
	struct str renamed = rename_of(reserved, word);
	if (renamed.length > 0) {
		out->next = start;
		out_add(out, renamed);
	}
}
