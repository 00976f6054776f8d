#include "audit/audit_words.h"

#include "base/buf.h"
#include "base/table.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "output/edit.h"

/* Of a text so many words are compared, and so many bytes of a difference are shown. */
enum { WORDS_MAX = 400, SHOWN_MAX = 800, KEPT = 3 };

/* From here on, characters are words: Chinese, Japanese and Korean write few blanks. */
enum { FIRST_IDEOGRAPH = 0x2E80, LATIN_END = 0x250 };

struct word {
	struct str text;
	bool is_apart; /* there is a blank before it */
};

static size_t
word_length(struct str text)
{
	size_t at = 0, length = 0;
	while (at < text.length && text.data[at] != ' ') {
		bool is_long = (unsigned char)text.data[at] >= 0xE2;
		if (is_long && utf8_decode(str_skip(text, at), &length) >= FIRST_IDEOGRAPH) {
			return at > 0 ? at : length;
		}
		at++;
	}
	return at;
}

static void
split(struct vec *words, struct arena *arena, struct str text)
{
	bool is_apart = false;
	for (size_t at = 0; at < text.length && words->count < WORDS_MAX;) {
		if (text.data[at] == ' ') {
			is_apart = true;
			at++;
			continue;
		}
		struct str word = str_head(str_skip(text, at), word_length(str_skip(text, at)));
		VEC_PUSH(words, arena, struct word, ((struct word){word, is_apart}));
		is_apart = false;
		at += word.length;
	}
}

/* A word a line, as edits are found in. */
static struct str
as_lines(struct arena *arena, const struct vec *words)
{
	struct buf lines = {0};
	for (uint32_t i = 0; i < words->count; i++) {
		buf_add(&lines, VEC_AT(words, struct word, i).text);
		buf_add_char(&lines, '\n');
	}
	return buf_keep(arena, &lines);
}

static void
add_word(struct buf *buf, const struct word *word, bool is_first)
{
	if (word->is_apart && !is_first) {
		buf_add_char(buf, ' ');
	}
	buf_add(buf, word->text);
}

/* Words between two marks; the blank before the first stands before the mark. */
static void
add_marked(struct buf *buf, const struct vec *words, uint32_t from, uint32_t count,
	const char *marks[2])
{
	if (count == 0) {
		return;
	}
	if (buf->length > 0 && VEC_AT(words, struct word, from).is_apart) {
		buf_add_char(buf, ' ');
	}
	buf_add(buf, str_from(marks[0]));
	for (uint32_t i = 0; i < count; i++) {
		add_word(buf, &VEC_AT(words, struct word, from + i), i == 0);
	}
	buf_add(buf, str_from(marks[1]));
}

/* Equal words; of many those next to what differs. */
static void
add_kept(struct buf *buf, const struct vec *words, uint32_t from, uint32_t count)
{
	bool is_first = from == 0, is_last = from + count == words->count;
	uint32_t head = is_first ? 0 : KEPT, tail = is_last ? 0 : KEPT;
	for (uint32_t i = 0; i < count; i++) {
		if (count > head + tail + 1 && i == head) {
			buf_add(buf, is_first ? STR("…") : STR(" …"));
			i = count - tail;
		}
		if (i < count) {
			add_word(buf, &VEC_AT(words, struct word, from + i), buf->length == 0);
		}
	}
}

static void
add_runs(struct buf *buf, const struct vec *runs, const struct vec *was, const struct vec *is)
{
	static const char *const gone[2] = {"[-", "-]"}, *const new[2] = {"{+", "+}"};
	uint32_t old_at = 0, new_at = 0;
	for (uint32_t i = 0; i < runs->count && buf->length < SHOWN_MAX; i++) {
		const struct edit_run *run = &VEC_AT(runs, struct edit_run, i);
		add_kept(buf, was, old_at, run->keep);
		old_at += run->keep;
		new_at += run->keep;
		add_marked(buf, was, old_at, run->remove, (const char **)gone);
		add_marked(buf, is, new_at, run->add, (const char **)new);
		old_at += run->remove;
		new_at += run->add;
	}
	if (buf->length < SHOWN_MAX) {
		add_kept(buf, was, old_at, was->count - old_at);
	} else {
		buf_add(buf, STR(" …"));
	}
}

struct str
audit_words_diff(struct arena *arena, struct str was, struct str is)
{
	struct vec old = {0}, new = {0}, runs = {0};
	struct arena scratch = {0};
	struct buf buf = {0};
	split(&old, &scratch, was);
	split(&new, &scratch, is);
	edit_find(&runs, &scratch, as_lines(&scratch, &old), as_lines(&scratch, &new));
	add_runs(&buf, &runs, &old, &new);
	struct str text = buf_keep(arena, &buf);
	arena_free(&scratch);
	return text;
}

/* A word in small letters, without the punctuation around it. */
static struct str
plain_word(struct arena *arena, struct str word)
{
	while (word.length > 0 && strchr(".,;:!?()[]{}\"'`*_", word.data[0]) != NULL) {
		word = str_skip(word, 1);
	}
	while (word.length > 0 &&
		strchr(".,;:!?()[]{}\"'`*_", word.data[word.length - 1]) != NULL) {
		word.length--;
	}
	char *small = arena_bytes(arena, word.length + 1);
	for (size_t i = 0; i < word.length; i++) {
		small[i] = str_to_lower(word.data[i]);
	}
	return (struct str){small, word.length};
}

/* The words of a text, each once, with how often it is there in `counts` (uint32_t). */
static uint32_t
count_words(struct arena *arena, struct str text, struct table *table, struct vec *counts)
{
	struct vec words = {0};
	uint32_t count = 0;
	split(&words, arena, text);
	for (uint32_t i = 0; i < words.count; i++) {
		struct str word = plain_word(arena, VEC_AT(&words, struct word, i).text);
		if (word.length == 0) {
			continue;
		}
		int64_t at = table_put(table, arena, word, counts->count);
		if (at == TABLE_NONE) {
			at = counts->count;
			VEC_PUSH(counts, arena, uint32_t, 0);
		}
		VEC_AT(counts, uint32_t, at)++;
		count++;
	}
	return count;
}

uint32_t
audit_words_likeness(struct arena *arena, struct str a, struct str b)
{
	struct table table = {0};
	struct vec counts = {0}, words = {0};
	uint32_t total = count_words(arena, a, &table, &counts), common = 0;
	split(&words, arena, b);
	for (uint32_t i = 0; i < words.count; i++) {
		struct str word = plain_word(arena, VEC_AT(&words, struct word, i).text);
		int64_t at = word.length == 0 ? TABLE_NONE : table_get(&table, word);
		total += word.length > 0;
		if (at != TABLE_NONE && VEC_AT(&counts, uint32_t, at) > 0) {
			VEC_AT(&counts, uint32_t, at)--;
			common++;
		}
	}
	return total == 0 ? 100 : 200 * common / total;
}

bool
audit_words_is_foreign(struct str text)
{
	size_t own = 0, foreign = 0, length = 1;
	for (size_t at = 0; at < text.length; at += length) {
		uint32_t character = utf8_decode(str_skip(text, at), &length);
		if (character < LATIN_END) {
			own += character >= 0xC0 || str_is_letter((char)character);
		} else if (character != UTF8_INVALID) {
			foreign += character < 0x2000 || character >= FIRST_IDEOGRAPH;
		}
	}
	return foreign * 2 > own; /* a word of one script in a sentence of the other is common */
}
