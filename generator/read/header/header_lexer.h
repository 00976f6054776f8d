/* Tokens of a header: names, numbers, characters, strings and marks. */
#ifndef ERRSPEC_READ_HEADER_HEADER_LEXER_H
#define ERRSPEC_READ_HEADER_HEADER_LEXER_H

#include "read/header/header_number.h"
#include "base/str.h"
#include "base/vec.h"

enum header_kind {
	HEADER_END,
	HEADER_NAME,
	HEADER_NUMBER,
	HEADER_CHARACTER,
	HEADER_STRING,
	HEADER_MARK,
	HEADER_VALUE /* what a macro amounts to */
};

/* A body of a macro has one for each of its bytes at worst: it is kept small. */
struct header_token {
	union {
		const char *data; /* as a compiler reads it: lines that were broken are joined */
		uint64_t bits; /* of a HEADER_VALUE, as in struct header_number */
	};
	union {
		uint32_t length; /* of the data */
		uint32_t macro; /* of a HEADER_VALUE: the number of what it comes from, or 0 */
	};
	uint32_t at; /* in the source, in bytes, as the next one */
	uint32_t end;
	uint8_t kind; /* of enum header_kind */
	bool begins_line : 1;
	bool follows_blank : 1;
	bool is_final : 1; /* a name that no macro is looked up for any more */
	bool is_doubtful : 1; /* another branch of an unknown condition gives something else */
	bool is_wide : 1; /* of a HEADER_VALUE, as the next one */
	bool is_unsigned : 1;
};

/* A comment, with its marks. */
struct header_comment {
	uint32_t at; /* in bytes, as the next one */
	uint32_t end;
};

/* Reads tokens one by one. */
struct header_lexer {
	struct arena *arena; /* for the texts of tokens that are broken over lines */
	struct str text;
	size_t at;
	uint32_t base; /* where the text begins in its source */
	bool begins_line; /* no token of this line was read yet */
	struct vec *comments; /* struct header_comment, in their order; NULL: they are not kept */
};

/* The next token; HEADER_END again and again at the end. */
struct header_token header_lexer_next(struct header_lexer *lexer);

/* How the token is written; "" for a HEADER_VALUE, which header_macro_word knows. */
static inline struct str
header_lexer_text(const struct header_token *token)
{
	return token->kind == HEADER_VALUE ? STR("") : (struct str){token->data, token->length};
}

/* Writes the token so. */
static inline void
header_lexer_write(struct header_token *token, struct str text)
{
	token->data = text.data;
	token->length = (uint32_t)text.length;
}

/* The token as a HEADER_VALUE, which a macro with this number amounts to. */
static inline struct header_token
header_lexer_value(struct header_token token, uint32_t macro, struct header_number number)
{
	token.kind = HEADER_VALUE;
	token.bits = number.bits;
	token.macro = macro;
	token.is_wide = number.is_wide;
	token.is_unsigned = number.is_unsigned;
	return token;
}

/* The number of a HEADER_VALUE. */
static inline struct header_number
header_lexer_number(const struct header_token *token)
{
	return (struct header_number){token->bits, token->is_wide, token->is_unsigned};
}

/* Whether the token is this mark. */
static inline bool
header_lexer_is_mark(const struct header_token *token, const char *mark)
{
	return token->kind == HEADER_MARK && token->data[0] == mark[0] &&
		str_equal(header_lexer_text(token), str_from(mark));
}

/* Whether the token is this name. */
static inline bool
header_lexer_is_name(const struct header_token *token, const char *name)
{
	return token->kind == HEADER_NAME && token->data[0] == name[0] &&
		str_equal(header_lexer_text(token), str_from(name));
}

/* Whether the token is one of these names, of which NULL is behind the last. */
bool header_lexer_is_any(const struct header_token *token, const char *const *names);

/* Where the mark closes that opens at `at`; the count of tokens where it does not. */
uint32_t header_lexer_closing(const struct header_token *tokens, uint32_t count, uint32_t at,
	const char *open, const char *close);

#endif
