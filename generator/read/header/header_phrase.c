#include "read/header/header_phrase.h"

#include "read/header/header_literal.h"

enum { NAMES_MOST = 4 }; /* words around the strings: more are no cast or call around a text */

void
header_phrase_begin(struct header_phrase *phrase)
{
	struct buf text = phrase->text;
	text.length = 0;
	*phrase = (struct header_phrase){.text = text};
}

/* A mark that may stand around the strings of a text. */
static bool
is_around(const struct header_token *token)
{
	return header_lexer_is_mark(token, "(") || header_lexer_is_mark(token, ")") ||
		header_lexer_is_mark(token, "*") || header_lexer_is_mark(token, "&");
}

/* Whether it is a call that translates: strings before the last are its domain or context. */
static bool
is_translation(const struct header_phrase *phrase)
{
	return str_ends(phrase->first_name, STR("gettext"));
}

static void
add_string(struct header_phrase *phrase, const struct header_token *token,
	const struct header_raw *raw)
{
	bool is_apart = phrase->strings > 0 && !phrase->was_string;
	if (is_apart && is_translation(phrase)) {
		phrase->text.length = phrase->strings = 0; /* a domain or context stood before */
		is_apart = false;
	}
	phrase->is_apart = phrase->is_apart || is_apart;
	phrase->at = phrase->strings++ == 0 ? raw->at : phrase->at;
	phrase->end = raw->end;
	phrase->is_other =
		!header_literal_string(header_lexer_text(token), &phrase->text) || phrase->is_other;
}

void
header_phrase_add(struct header_phrase *phrase, const struct header_token *token,
	const struct header_raw *raw)
{
	bool is_string = token->kind == HEADER_STRING, is_name = token->kind == HEADER_NAME;
	if (is_string) {
		add_string(phrase, token, raw);
	} else if (is_name) {
		phrase->first_name =
			phrase->names == 0 ? header_lexer_text(token) : phrase->first_name;
		phrase->names++;
	}
	phrase->is_zero = phrase->is_zero ||
		(token->kind == HEADER_NUMBER && str_equal(header_lexer_text(token), STR("0")));
	phrase->is_other = phrase->is_other ||
		!(is_string || is_name || is_around(token) ||
			(header_lexer_is_mark(token, ",") && is_translation(phrase)));
	phrase->was_string = is_string;
}

bool
header_phrase_is_text(const struct header_phrase *phrase)
{
	return phrase->strings > 0 && !phrase->is_apart && !phrase->is_other &&
		phrase->names <= NAMES_MOST;
}

void
header_phrase_free(struct header_phrase *phrase)
{
	buf_free(&phrase->text);
}
