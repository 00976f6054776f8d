/* Phrases: expressions that are a text and nothing else, as ("a" "b") or gettext("a"). */
#ifndef ERRSPEC_READ_HEADER_HEADER_PHRASE_H
#define ERRSPEC_READ_HEADER_HEADER_PHRASE_H

#include "read/header/header_raw.h"
#include "base/buf.h"

/* What is read of one. A zeroed one has no token. */
struct header_phrase {
	struct buf text; /* what the strings say, one behind the other */
	uint32_t at; /* of the first string, in bytes, as the next one */
	uint32_t end; /* of the last */
	uint32_t strings;
	uint32_t names; /* tokens that are words, such as gettext */
	struct str first_name;
	bool is_apart; /* something stands between two strings */
	bool is_other; /* it has tokens of something else, or strings that are no text */
	bool is_zero; /* one of its tokens is the number 0 */
	bool was_string; /* the token before */
};

/* Begins a new one; its memory stays. */
void header_phrase_begin(struct header_phrase *phrase);

/* Adds the token that `raw` took last, or a part of what that stands for. */
void header_phrase_add(struct header_phrase *phrase, const struct header_token *token,
	const struct header_raw *raw);

/* Whether it is one text. */
bool header_phrase_is_text(const struct header_phrase *phrase);

/* Gives the memory back. */
void header_phrase_free(struct header_phrase *phrase);

#endif
