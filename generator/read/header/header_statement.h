/* Statements: the tokens of a declaration up to its end, or up to its brace. */
#ifndef ERRSPEC_READ_HEADER_HEADER_STATEMENT_H
#define ERRSPEC_READ_HEADER_HEADER_STATEMENT_H

#include "read/header/header_raw.h"

struct header_statement {
	struct arena *arena;
	struct vec tokens; /* struct header_token */
	uint32_t at; /* in the source, in bytes, as the next one */
	uint32_t end;
	bool is_stripped; /* attributes were taken away */
	bool is_too_long; /* it is no constant; its rest is not kept */
};

/* Begins a new one. */
void header_statement_clear(struct header_statement *statement);

/* Adds the token that was taken last, or a part of what it stands for. */
void header_statement_add(struct header_statement *statement, struct header_token token,
	const struct header_raw *raw);

/* Takes away attributes: [[...]], __attribute__((...)) and their like. */
void header_statement_strip(struct header_statement *statement);

/* A token by its index. */
static inline const struct header_token *
header_statement_token(const struct header_statement *statement, uint32_t at)
{
	return &VEC_AT(&statement->tokens, struct header_token, at);
}

/* Whether there is a token with this index, and it is this mark. */
static inline bool
header_statement_is_mark(const struct header_statement *statement, uint32_t at, const char *mark)
{
	return at < statement->tokens.count &&
		header_lexer_is_mark(header_statement_token(statement, at), mark);
}

/* Where the mark stands first, from `at` on; the count of tokens where it does not. */
uint32_t
header_statement_find(const struct header_statement *statement, uint32_t at, const char *mark);

/* Whether it has this word, one of those before a NULL, or this mark. */
bool header_statement_has(const struct header_statement *statement, const char *word);
bool header_statement_has_any(const struct header_statement *statement, const char *const *words);
bool header_statement_has_mark(const struct header_statement *statement, const char *mark);

#endif
