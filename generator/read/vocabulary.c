#include "read/vocabulary.h"

#include "embed/embedded.h"
#include "spec/load.h"

enum { PHRASE_MOST = 120 }; /* bytes of a phrase that is looked up */

/* A file of words. */
struct vocabulary_file {
	struct text name;
	struct vec lists[WORD_UNKNOWN]; /* struct text */
	uint32_t at;
};

#define LIST(key, word, doc) \
	{ \
		STR_INIT(key), FIELD_LIST, FIELD_TEXT, 0, 0, \
			offsetof(struct vocabulary_file, lists[word]), NULL, NULL, doc \
	}

static const struct field fields[] = {
	{STR_INIT("vocabulary"), FIELD_NAME, 0, 0, FIELD_REQUIRED,
		offsetof(struct vocabulary_file, name), NULL, NULL, "the vocabulary's name"},
	LIST("code", FOUND_CODE, "a column of codes"),
	LIST("name", FOUND_NAME, "a column of names that programs use"),
	LIST("title", FOUND_TITLE, "what the error is, in few words"),
	LIST("message", FOUND_MESSAGE, "what a program prints"),
	LIST("description", FOUND_DESCRIPTION, "what the code means"),
	LIST("causes", FOUND_CAUSES, "why it happens"),
	LIST("actions", FOUND_ACTIONS, "what to do"),
	LIST("http", FOUND_HTTP, "the status of HTTP that comes with it"),
	LIST("since", FOUND_SINCE, "the version that brought it"),
	LIST("enumerator", WORD_ENUMERATOR, "a column of names with their codes, as 'NAME = 1'"),
	LIST("value", WORD_VALUE, "a column of codes, where names stand beside it"),
	LIST("advice", WORD_ADVICE, "why it happens and what to do, in one text"),
	LIST("remarks", WORD_REMARKS, "a column of remarks: the description"),
	LIST("catch_all", WORD_CATCH_ALL, "in place of a code: all other codes"),
	LIST("other", WORD_OTHER, "words that are known and none of these"),
};

static const struct record words_record = {
	RECORD("vocabulary", "words that tell what a part of a document is", fields,
		struct vocabulary_file),
	.at = MEMBER(struct vocabulary_file, at),
};

/* A phrase in the form in which phrases are compared. */
struct phrase {
	char bytes[PHRASE_MOST];
	size_t length;
};

/* The length of what does not count at the start of `rest`, or 0. */
static size_t
noise(struct str rest)
{
	static const struct str marks[] = {STR_INIT("\xEF\xBC\x9A"), STR_INIT("&nbsp;"),
		STR_INIT("\xC2\xA0"), STR_INIT("\xE3\x80\x80"), STR_INIT("\xE2\x80\x8B")};
	char first = rest.data[0];
	if (str_is_letter(first) || str_is_digit(first)) {
		return 0;
	}
	bool may_be_mark = memchr("\xEF&\xC2\xE3\xE2", first, 5) != NULL;
	for (size_t i = 0; may_be_mark && i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (str_starts(rest, marks[i])) {
			return marks[i].length;
		}
	}
	if (first == '<') {
		size_t end = str_find(rest, 0, '>');
		return end < rest.length && end < PHRASE_MOST ? end + 1 : 1;
	}
	return memchr("*_`~:#. \t\r\n", first, 11) != NULL ? 1 : 0;
}

/* False if the phrase is too long to be one of the vocabulary. */
static bool
make_plain(struct phrase *phrase, struct str text)
{
	bool is_apart = false;
	*phrase = (struct phrase){0};
	if (text.length > 4 * (size_t)PHRASE_MOST) {
		return false;
	}
	while (text.length > 0) {
		size_t length = noise(text);
		if (length > 0) {
			is_apart = phrase->length > 0;
			text = str_skip(text, length);
			continue;
		}
		if (phrase->length + 2 > PHRASE_MOST) {
			return false;
		}
		if (is_apart) {
			phrase->bytes[phrase->length++] = ' ';
			is_apart = false;
		}
		phrase->bytes[phrase->length++] = str_to_lower(text.data[0]);
		text = str_skip(text, 1);
	}
	return true;
}

static struct str
phrase_str(const struct phrase *phrase)
{
	return (struct str){phrase->bytes, phrase->length};
}

/* Takes a remark in parentheses away from the end; false if there is none. */
static bool
drop_remark(struct phrase *phrase)
{
	struct str text = phrase_str(phrase);
	struct str wide = STR("\xEF\xBC\x88");
	size_t open = str_find(text, 0, '(');
	size_t open_wide = str_search(text, 0, wide);
	bool is_remark = str_ends(text, STR(")")) || str_ends(text, STR("\xEF\xBC\x89"));
	open = open < open_wide ? open : open_wide;
	if (!is_remark || open == text.length || open == 0) {
		return false;
	}
	phrase->length = str_trim(str_head(text, open)).length;
	return phrase->length > 0;
}

int
vocabulary_find(const struct vocabulary *vocabulary, struct str text)
{
	struct phrase phrase;
	if (!make_plain(&phrase, text)) {
		return WORD_UNKNOWN;
	}
	int64_t word = table_get(&vocabulary->words, phrase_str(&phrase));
	if (word == TABLE_NONE && drop_remark(&phrase)) {
		word = table_get(&vocabulary->words, phrase_str(&phrase));
	}
	return word == TABLE_NONE ? WORD_UNKNOWN : (int)word;
}

/* Words that were there before stay: the files of people are added first. */
static void
add_list(struct vocabulary *vocabulary, struct table *words, const struct vec *list, uint32_t word)
{
	for (uint32_t i = 0; i < list->count; i++) {
		struct phrase phrase;
		if (make_plain(&phrase, text_str(VEC_AT(list, struct text, i)))) {
			struct str key = arena_copy(vocabulary->arena, phrase_str(&phrase));
			table_put(words, vocabulary->arena, key, word);
		}
	}
}

/* Puts all words of `from` into `to`, where they are not there yet. */
static void
copy_words(struct table *to, struct arena *arena, const struct table *from)
{
	for (uint32_t i = 0; i < from->count; i++) {
		table_put(to, arena, table_key(from, i), from->keys[i].number);
	}
}

bool
vocabulary_add(struct vocabulary *vocabulary, struct load *load, uint32_t source, struct str text)
{
	struct arena scratch = {0};
	struct vocabulary_file words = {0};
	struct load own = {load->arena, &scratch, load->sink, load->limits};
	struct table all = {0};
	bool done = load_record(&own, &words_record, &words, source, text);
	for (uint32_t i = 0; done && i < WORD_UNKNOWN; i++) {
		add_list(vocabulary, &all, &words.lists[i], i);
	}
	if (done) {
		copy_words(&all, vocabulary->arena, &vocabulary->words);
		vocabulary->words = all;
	}
	arena_free(&scratch);
	return done;
}

struct vocabulary *
vocabulary_load(struct load *load)
{
	struct vocabulary *vocabulary = arena_alloc(load->arena, sizeof(*vocabulary));
	struct str path = STR("read/vocabulary.yaml");
	struct str text = embedded_find(path);
	vocabulary->arena = load->arena;
	uint32_t source = source_add(load->sink->sources, path, text, SOURCE_CHARACTERS);
	return vocabulary_add(vocabulary, load, source, text) ? vocabulary : NULL;
}
