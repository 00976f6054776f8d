#include "cli/words.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"

/* Appends the word that begins at `at` to `word` and returns where it ends. */
static size_t
read_word(struct str text, size_t at, struct buf *word)
{
	char quote = 0;
	for (; at < text.length && (quote != 0 || !str_is_space(text.data[at])); at++) {
		char c = text.data[at];
		if (c == quote) {
			quote = 0;
		} else if (quote == 0 && (c == '"' || c == '\'')) {
			quote = c;
		} else if (c == '\\' && quote != '\'' && at + 1 < text.length) {
			buf_add_char(word, text.data[++at]);
		} else {
			buf_add_char(word, c);
		}
	}
	return at;
}

static void
add_words(struct vec *words, struct arena *arena, struct str text)
{
	size_t at = 0;
	while (at < text.length) {
		if (str_is_space(text.data[at])) {
			at++;
			continue;
		}
		struct buf word = {0};
		at = read_word(text, at, &word);
		VEC_PUSH(words, arena, struct str, buf_keep(arena, &word));
	}
}

bool
words_expand(
	struct vec *words, struct arena *arena, struct diag_sink *sink, int count, char **arguments)
{
	bool has_ended = false;
	struct span nowhere = {0};
	for (int i = 0; i < count; i++) {
		struct str word = str_from(arguments[i]);
		has_ended = has_ended || str_equal(word, STR("--"));
		if (has_ended || word.length < 2 || word.data[0] != '@') {
			VEC_PUSH(words, arena, struct str, word);
			continue;
		}
		struct str path = str_skip(word, 1), text;
		int descriptor = file_open_input(sink, path, nowhere);
		if (descriptor < 0 ||
			!file_read_all(sink, descriptor, path, nowhere,
				limit_table[LIMIT_INPUT].standard, limit_table[LIMIT_INPUT].name,
				&text)) {
			return false;
		}
		add_words(words, arena, text);
	}
	return true;
}
