#include "read/header/header_statement.h"

/* Longer statements are no constants. */
enum { TOKENS_MOST = 4000 };

void
header_statement_clear(struct header_statement *statement)
{
	statement->tokens.count = 0;
	statement->is_too_long = statement->is_stripped = false;
}

void
header_statement_add(
	struct header_statement *statement, struct header_token token, const struct header_raw *raw)
{
	if (statement->tokens.count == 0) {
		statement->at = raw->at;
	}
	statement->end = raw->end;
	if (statement->tokens.count >= TOKENS_MOST) {
		statement->is_too_long = true;
		return;
	}
	VEC_PUSH(&statement->tokens, statement->arena, struct header_token, token);
}

uint32_t
header_statement_find(const struct header_statement *statement, uint32_t at, const char *mark)
{
	while (at < statement->tokens.count && !header_statement_is_mark(statement, at, mark)) {
		at++;
	}
	return at;
}

bool
header_statement_has(const struct header_statement *statement, const char *word)
{
	for (uint32_t i = 0; i < statement->tokens.count; i++) {
		if (header_lexer_is_name(header_statement_token(statement, i), word)) {
			return true;
		}
	}
	return false;
}

bool
header_statement_has_any(const struct header_statement *statement, const char *const *words)
{
	for (uint32_t i = 0; i < statement->tokens.count; i++) {
		if (header_lexer_is_any(header_statement_token(statement, i), words)) {
			return true;
		}
	}
	return false;
}

bool
header_statement_has_mark(const struct header_statement *statement, const char *mark)
{
	return header_statement_find(statement, 0, mark) < statement->tokens.count;
}

/* How many tokens the attribute takes that begins here, or 0. */
static uint32_t
attribute_length(const struct header_statement *statement, uint32_t at)
{
	static const char *const words[] = {
		"__attribute__", "__attribute", "__declspec", "alignas", "_Alignas", NULL};
	bool is_word = header_lexer_is_any(header_statement_token(statement, at), words);
	is_word = is_word && header_statement_is_mark(statement, at + 1, "(");
	if (!is_word &&
		!(header_statement_is_mark(statement, at, "[") &&
			header_statement_is_mark(statement, at + 1, "["))) {
		return 0;
	}
	uint32_t depth = 0;
	uint32_t end = at + (is_word ? 1 : 0);
	for (; end < statement->tokens.count; end++) {
		depth += header_statement_is_mark(statement, end, "(") ||
				header_statement_is_mark(statement, end, "[")
			? 1
			: 0;
		depth -= header_statement_is_mark(statement, end, ")") ||
				header_statement_is_mark(statement, end, "]")
			? 1
			: 0;
		if (depth == 0) {
			return end + 1 - at;
		}
	}
	return 0;
}

void
header_statement_strip(struct header_statement *statement)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < statement->tokens.count;) {
		uint32_t length = attribute_length(statement, i);
		if (length == 0) {
			VEC_AT(&statement->tokens, struct header_token, kept++) =
				*header_statement_token(statement, i++);
		}
		i += length;
	}
	statement->is_stripped = statement->is_stripped || kept < statement->tokens.count;
	statement->tokens.count = kept;
}
