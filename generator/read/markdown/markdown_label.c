#include "read/markdown/markdown_label.h"

enum { LABEL_MOST = 120 }; /* bytes */

static const struct str wide_colon = STR_INIT("\xEF\xBC\x9A");

/* The length of a colon at the start of `text`, or 0. */
static size_t
colon_length(struct str text)
{
	if (text.length > 0 && text.data[0] == ':') {
		return 1;
	}
	return str_starts(text, wide_colon) ? wide_colon.length : 0;
}

/* `text` without a colon at its end; `*has_colon` says whether there was one. */
static struct str
without_colon(struct str text, bool *has_colon)
{
	text = str_trim(text);
	size_t length = str_ends(text, STR(":")) ? 1
		: str_ends(text, wide_colon)     ? wide_colon.length
						 : 0;
	*has_colon = length > 0;
	return str_trim(str_head(text, text.length - length));
}

/* Reads `**word**`, or with tags; `*rest` is what stands behind. */
static bool
read_marked(struct str line, struct str *word, struct str *rest)
{
	static const struct str opens[] = {
		STR_INIT("**"), STR_INIT("__"), STR_INIT("<b>"), STR_INIT("<strong>")};
	static const struct str closes[] = {
		STR_INIT("**"), STR_INIT("__"), STR_INIT("</b>"), STR_INIT("</strong>")};
	struct str head =
		str_head(line, line.length < 2 * LABEL_MOST ? line.length : 2 * LABEL_MOST);
	for (size_t i = 0; i < sizeof(opens) / sizeof(opens[0]); i++) {
		if (str_starts(head, opens[i])) {
			size_t end = str_search(head, opens[i].length, closes[i]);
			*word = (struct str){line.data + opens[i].length, end - opens[i].length};
			*rest = end < head.length ? str_skip(line, end + closes[i].length) : line;
			return end < head.length && end > opens[i].length;
		}
	}
	return false;
}

static bool
read_bold(const struct vocabulary *vocabulary, struct str line, struct markdown_label *label)
{
	bool has_colon;
	if (!read_marked(line, &label->word, &label->rest)) {
		return false;
	}
	label->is_marked = true;
	label->word = without_colon(label->word, &has_colon);
	label->rest = str_trim(label->rest);
	size_t colon = colon_length(label->rest);
	label->rest = str_trim(str_skip(label->rest, colon));
	label->role = vocabulary_find(vocabulary, label->word);
	bool is_alone = label->rest.length == 0;
	bool is_known = label->role != WORD_UNKNOWN;
	return label->word.length > 0 && (is_alone || (is_known && (has_colon || colon > 0)));
}

/* A word of the vocabulary without marks, alone or before a colon. */
static bool
read_plain(const struct vocabulary *vocabulary, struct str line, struct markdown_label *label)
{
	struct str head = str_head(line, line.length < LABEL_MOST ? line.length : LABEL_MOST);
	size_t narrow = str_find(head, 0, ':');
	size_t wide = str_search(head, 0, wide_colon);
	size_t end = narrow < wide ? narrow : wide;
	if (end == head.length && head.length < line.length) {
		return false;
	}
	label->is_marked = false;
	label->word = str_trim(str_head(line, end));
	label->rest = str_skip(line, end);
	label->rest = str_trim(str_skip(label->rest, colon_length(label->rest)));
	label->role = vocabulary_find(vocabulary, label->word);
	return label->word.length > 0 && label->role != WORD_UNKNOWN;
}

bool
markdown_label_read(
	const struct vocabulary *vocabulary, struct str line, struct markdown_label *label)
{
	line = str_trim(line);
	return read_bold(vocabulary, line, label) || read_plain(vocabulary, line, label);
}

bool
markdown_label_is_part(int role)
{
	return role == FOUND_NAME || role == FOUND_TITLE || role == FOUND_MESSAGE ||
		role == FOUND_DESCRIPTION || role == FOUND_CAUSES || role == FOUND_ACTIONS ||
		role == FOUND_HTTP || role == FOUND_SINCE || role == WORD_ADVICE;
}
