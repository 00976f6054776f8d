#include "adopt/naming.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "spec/token.h"

/* The ASCII letters under U+00C0 to U+017F; a blank where there is none. */
static const char latin[] = "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuyty"
			    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
			    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/* What a name says as well without. */
static const struct str fillers[] = {STR_INIT("A"), STR_INIT("AN"), STR_INIT("THE"), STR_INIT("IS"),
	STR_INIT("ARE"), STR_INIT("WAS"), STR_INIT("WERE")};

static bool
is_filler(struct str word)
{
	for (size_t i = 0; i < sizeof(fillers) / sizeof(fillers[0]); i++) {
		if (str_equal_fold(word, fillers[i])) {
			return true;
		}
	}
	return false;
}

/* Behind the bracket that closes the one at the start of `text`; 0 if none does. */
static size_t
closed_at(struct str text, char open, char close)
{
	size_t depth = 0;
	for (size_t i = 0; i < text.length; i++) {
		depth += text.data[i] == open;
		if (text.data[i] == close && --depth == 0) {
			return i + 1;
		}
	}
	return 0;
}

/* The length of an entity of HTML at the start of `text`, as &lt; or &#39;, or 0. */
static size_t
entity_length(struct str text)
{
	size_t length = 1;
	while (length < text.length &&
		(str_is_letter(text.data[length]) || str_is_digit(text.data[length]) ||
			text.data[length] == '#')) {
		length++;
	}
	return length > 2 && length < text.length && text.data[length] == ';' ? length + 1 : 0;
}

/* The bytes at the start of `text` that are no words: tags, addresses, remarks, %s and the like. */
static size_t
skipped(struct str text, bool has_words)
{
	char first = text.data[0], next = text.length > 1 ? text.data[1] : ' ';
	if (first == '<' && (str_is_letter(next) || next == '/' || next == '!')) {
		return closed_at(text, '<', '>');
	}
	if (first == '&') {
		return entity_length(text);
	}
	if (first == ']' && next == '(') {
		size_t length = closed_at(str_skip(text, 1), '(', ')');
		return length == 0 ? 0 : length + 1;
	}
	if (first == '(' && has_words) {
		return closed_at(text, '(', ')');
	}
	return first == '%' && str_is_letter(next) ? 2 : 0;
}

/* Whether a sentence ends at the start of `text`, with the words so far before it. */
static bool
ends_sentence(struct str text, const struct buf *words)
{
	if (words->length < 4) {
		return false;
	}
	bool is_stop = text.data[0] == '.' || text.data[0] == ';' || text.data[0] == '\n';
	bool is_behind = text.length == 1 || text.data[1] == ' ' || text.data[1] == '\n';
	return (is_stop && is_behind) || str_starts(text, STR("\n")) ||
		str_starts(text, STR("\xE3\x80\x82"));
}

/* The ASCII letter or digit that a character is written with; a blank if there is none. */
static char
plain_of(uint32_t character)
{
	if (character < 0x80) {
		char c = (char)character;
		return str_is_letter(c) || str_is_digit(c) ? c : ' ';
	}
	return character >= 0xC0 && character < 0xC0 + sizeof(latin) - 1 ? latin[character - 0xC0]
									 : ' ';
}

/* The letters and digits of a text, everything else a blank; only what its first words need. */
static void
add_plain(struct buf *buf, struct str text)
{
	for (size_t length; text.length > 0; text = str_skip(text, length)) {
		length = skipped(text, buf->length > 0);
		if (length > 0) {
			buf_add_char(buf, ' ');
			continue;
		}
		if (ends_sentence(text, buf)) {
			return;
		}
		uint32_t character = utf8_decode(text, &length);
		bool is_inside = (character == '\'' || character == 0x2019) && buf->length > 0 &&
			str_is_letter(buf->data[buf->length - 1]);
		if (!is_inside) {
			buf_add_char(buf, plain_of(character));
		}
	}
}

/* Whether a new word begins at `at`: fileName, XMLParser; but not in IDs and iPhone. */
static bool
begins_word(struct str text, size_t at, size_t start)
{
	char before = text.data[at - 1], c = text.data[at];
	if (!str_is_upper(c) || at - start < 2) {
		return false;
	}
	bool is_capital = at + 2 < text.length && str_is_lower(text.data[at + 1]) &&
		str_is_lower(text.data[at + 2]);
	return str_is_lower(before) || (str_is_upper(before) && is_capital);
}

/* The next word at or behind `*at`; empty at the end. */
static struct str
next_word(struct str text, size_t *at)
{
	while (*at < text.length && text.data[*at] == ' ') {
		(*at)++;
	}
	size_t start = *at;
	while (*at < text.length && text.data[*at] != ' ' &&
		(*at == start || !begins_word(text, *at, start))) {
		(*at)++;
	}
	return *at > start ? (struct str){text.data + start, *at - start} : STR("");
}

/* Joins words in capitals up to `most` bytes; with `fillers_too` also those that say nothing. */
static struct str
join_words(struct arena *arena, struct str text, size_t most, bool fillers_too)
{
	struct buf buf = {0};
	size_t at = 0;
	for (struct str word = next_word(text, &at); word.length > 0; word = next_word(text, &at)) {
		if (!fillers_too && is_filler(word)) {
			continue;
		}
		if (buf.length > 0 && buf.length + 1 + word.length > most) {
			break;
		}
		buf_add(&buf, buf.length > 0 ? STR("_") : STR(""));
		buf_add(&buf, word.length > most ? str_head(word, most) : word);
	}
	for (size_t i = 0; i < buf.length; i++) {
		buf.data[i] = str_to_upper(buf.data[i]);
	}
	return buf_keep(arena, &buf);
}

struct str
naming_words(struct arena *arena, struct str text, size_t most)
{
	struct buf plain = {0};
	add_plain(&plain, str_trim(text));
	struct str words = join_words(arena, buf_str(&plain), most, false);
	if (words.length == 0) {
		words = join_words(arena, buf_str(&plain), most, true);
	}
	buf_free(&plain);
	return words;
}

struct str
naming_small(struct arena *arena, struct str text, size_t most)
{
	struct str words = naming_words(arena, text, most);
	char *small = arena_bytes(arena, words.length);
	for (size_t i = 0; i < words.length; i++) {
		small[i] = str_to_lower(words.data[i]);
	}
	return (struct str){small, words.length};
}

static size_t
count_letters(struct str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.length; i++) {
		count += str_is_letter(text.data[i]);
	}
	return count;
}

/* Whether a text is in a script whose words no name can hold. */
static bool
is_foreign(struct str text)
{
	for (size_t length; text.length > 0; text = str_skip(text, length)) {
		uint32_t character = utf8_decode(text, &length);
		bool is_punctuation = character >= 0x2000 && character < 0x2E80;
		if (character >= 0x0370 && !is_punctuation && character < 0xFE00) {
			return true;
		}
	}
	return false;
}

/* The name that a text gives; empty if it gives none that reads well. */
static struct str
name_from(struct arena *arena, struct str text)
{
	struct str words = naming_words(arena, text, NAMING_MOST);
	if (count_letters(words) < 2) {
		return STR("");
	}
	return str_is_digit(words.data[0]) ? ARENA_JOIN(arena, STR("CODE_"), words) : words;
}

/* CODE_401, CODE_MINUS_5 */
static struct str
name_of_code(struct arena *arena, struct str code)
{
	bool is_negative = code.length > 1 && code.data[0] == '-' && str_is_digit(code.data[1]);
	struct str words = naming_words(arena, code, NAMING_MOST);
	return ARENA_JOIN(arena, STR("CODE"), is_negative ? STR("_MINUS") : STR(""),
		words.length > 0 ? STR("_") : STR(""), words);
}

/* A code that is words itself: Dotted.Name, not E0101. */
static bool
is_wordy(struct str code)
{
	return code.length > 0 && str_is_letter(code.data[0]) && count_letters(code) > 3 &&
		count_letters(code) * 2 > code.length && str_find(code, 0, ' ') == code.length;
}

/* The best text's name: first those in a script that names are made of. */
static struct str
best_name(struct arena *arena, const struct naming_texts *texts)
{
	const struct str candidates[] = {texts->given,
		is_wordy(texts->code) ? texts->code : STR(""), texts->title, texts->message,
		texts->description};
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < sizeof(candidates) / sizeof(candidates[0]); i++) {
			if (is_foreign(candidates[i]) != (pass == 1)) {
				continue;
			}
			struct str name = name_from(arena, candidates[i]);
			if (name.length > 0) {
				return name;
			}
		}
	}
	return name_of_code(arena, texts->code);
}

struct str
naming_numbered(struct numbering *numbering, struct arena *arena, struct str name)
{
	int64_t index = table_put(&numbering->names, arena, name, numbering->counts.count);
	if (index == TABLE_NONE) {
		index = numbering->counts.count;
		VEC_PUSH(&numbering->counts, arena, uint32_t, 1);
	}
	uint32_t *count = &VEC_AT(&numbering->counts, uint32_t, index);
	return ARENA_JOIN(arena, name, STR("_"), arena_number(arena, ++*count));
}

/* Folds the name; false if there is one already that some language could not tell from it. */
static bool
fold(struct naming *naming, struct str name)
{
	char *key = arena_bytes(naming->scratch, name.length);
	size_t length = 0;
	for (size_t i = 0; i < name.length; i++) {
		if (name.data[i] != '_') {
			key[length++] = str_to_lower(name.data[i]);
		}
	}
	struct str folded = {key, length};
	return table_put(&naming->folded, naming->scratch, folded, 0) == TABLE_NONE;
}

void
naming_take(struct naming *naming, struct str name, uint32_t index)
{
	table_put(&naming->spelt, naming->scratch, name, index);
}

/* Folds the names that were taken since the last time. */
static void
fold_taken(struct naming *naming)
{
	for (; naming->folds < naming->spelt.count; naming->folds++) {
		fold(naming, table_key(&naming->spelt, naming->folds));
	}
}

/* A name that is made of another one and is free; `scratch` is for the others. */
static struct str
make_free(struct naming *naming, struct arena *scratch, struct str name, struct str code)
{
	struct str digits = naming_words(scratch, code, NAMING_MOST);
	struct str numbered =
		digits.length > 0 ? ARENA_JOIN(scratch, name, STR("_"), digits) : name;
	struct str unique = numbered;
	while (!fold(naming, unique)) {
		numbered = arena_copy(naming->scratch, numbered);
		unique = naming_numbered(&naming->numbering, naming->scratch, numbered);
	}
	return unique;
}

bool
naming_fits(struct str text)
{
	return text.length <= TOKEN_KEY_MOST && str_is_name(text);
}

struct str
naming_make(struct naming *naming, const struct naming_texts *texts, uint32_t index)
{
	struct arena scratch = {0};
	bool is_given = naming_fits(texts->given);
	struct str name = is_given ? texts->given : best_name(&scratch, texts);
	fold_taken(naming);
	bool is_free = is_given && table_get(&naming->spelt, name) == TABLE_NONE;
	if (!fold(naming, name) && !is_free) {
		name = make_free(naming, &scratch, name, texts->code);
	}
	name = arena_copy(naming->arena, name);
	arena_free(&scratch);
	table_put(&naming->spelt, naming->scratch, name, index);
	naming->folds = naming->spelt.count;
	return name;
}
