/*
 * The vocabulary: which words in documents of any language say what a part of a text is. It is
 * data: a file that the program carries in itself, and files that people add.
 */
#ifndef ERRSPEC_READ_VOCABULARY_H
#define ERRSPEC_READ_VOCABULARY_H

#include "read/found.h"
#include "base/table.h"

/* What a word says: a role that values have, or one of these. */
enum vocabulary_word {
	WORD_ENUMERATOR = FOUND_NO_ROLE + 1, /* a column of `NAME = value` */
	WORD_VALUE, /* a column of codes, if one of names stands beside it */
	WORD_ADVICE, /* cause and remedy in one */
	WORD_REMARKS, /* a column that describes, beside one that says it in short */
	WORD_CATCH_ALL, /* a code that stands for all others */
	WORD_OTHER, /* known, and of no role */
	WORD_UNKNOWN
};

struct vocabulary {
	struct arena *arena;
	struct table words; /* of enum vocabulary_word, by the word in its plain form */
};

/* The vocabulary that errspec brings along. */
struct vocabulary *vocabulary_load(struct load *load);

/* Adds a file of the same form from `source`; its words go before. False after a report. */
bool
vocabulary_add(struct vocabulary *vocabulary, struct load *load, uint32_t source, struct str text);

/*
 * What the phrase says, of enum vocabulary_word. Letters are folded in ASCII; marks of emphasis,
 * tags, colons, full stops, and blanks around and between its words do not count, and a remark in
 * parentheses at its end only if the phrase is not known with it.
 */
int vocabulary_find(const struct vocabulary *vocabulary, struct str phrase);

#endif
