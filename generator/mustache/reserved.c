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

/* Of WORD=OTHER the word; of any other entry all of it. */
static struct str
word_of(struct str entry)
{
	return str_head(entry, str_find(entry, 0, '='));
}

/* What an entry is written as: what it says itself, else the form; empty if there is neither. */
static struct str
written_as(struct arena *arena, struct str entry, struct str form)
{
	struct str word = word_of(entry);
	if (word.length < entry.length) {
		return str_skip(entry, word.length + 1);
	}
	size_t at = str_search(form, 0, PLACEHOLDER);
	return form.length == 0 ? form
				: ARENA_JOIN(arena, str_head(form, at), word,
					  str_skip(form, at + PLACEHOLDER.length));
}

/* Adds the entries, in the order of the text, each of which counts once. */
static void
add_words(struct reserved *reserved, struct arena *arena, struct str text, struct str form)
{
	struct str rest = str_trim(text);
	while (rest.length > 0) {
		struct str entry = first_word(rest), word = word_of(entry);
		uint32_t count = reserved->renamed.count;
		if (table_put(&reserved->words, arena, word, count) == TABLE_NONE) {
			struct str written = written_as(arena, entry, form);
			table_put(&reserved->forms, arena, written, count);
			VEC_PUSH(&reserved->renamed, arena, struct str, written);
		}
		reserved->longest =
			word.length > reserved->longest ? word.length : reserved->longest;
		rest = str_trim(str_skip(rest, entry.length));
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
	bool has_form = rules->rename.length > 0;
	struct span span = text_span(rules->rename, rules->source);
	if (has_form && !is_form(text_str(rules->rename))) {
		DIAG(sink, ERRSPEC_BAD_RENAME, span, text_str(rules->rename), PLACEHOLDER);
		return false;
	}
	add_words(reserved, arena, text_str(rules->words), text_str(rules->rename));
	if (has_form && reserved->words.count == 0) {
		DIAG_PLAIN(sink, ERRSPEC_NOTHING_TO_RENAME, span);
		return false;
	}
	return check_forms(
		reserved, sink, has_form ? span : text_span(rules->words, rules->source));
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
	int64_t index =
		word.length > reserved->longest ? TABLE_NONE : table_get(&reserved->words, word);
	if (index == TABLE_NONE) {
		return reserved->also == NULL ? STR("") : rename_of(reserved->also, word);
	}
	return VEC_AT(&reserved->renamed, struct str, index);
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
