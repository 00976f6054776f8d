#include "read/header/header_stream.h"

#include "read/header/header_directive.h"

/* Calls with more tokens are not followed. */
enum { CALL_MOST = 100000 };

/* Follows directives and passes over what they leave out, up to a token that counts. */
static const struct header_token *
next_live(struct header_reader *reader)
{
	for (;;) {
		const struct header_token *token = header_raw_peek(&reader->raw);
		if (token->begins_line && header_lexer_is_mark(token, "#")) {
			(void)header_raw_take(&reader->raw);
			header_directive_take(reader);
		} else if (token->kind == HEADER_END ||
			header_condition_is_live(&reader->conditions)) {
			return token;
		} else {
			(void)header_raw_take(&reader->raw);
		}
	}
}

/* The tokens of a call, from the parenthesis on; false where none opens. */
static bool
take_call(struct header_reader *reader, struct vec *tokens)
{
	uint32_t depth = 0;
	if (!header_lexer_is_mark(next_live(reader), "(")) {
		return false;
	}
	do {
		struct header_token token = header_raw_take(&reader->raw);
		depth += header_lexer_is_mark(&token, "(") ? 1 : 0;
		depth -= header_lexer_is_mark(&token, ")") ? 1 : 0;
		header_expand_keep(&reader->expansion, tokens, token);
	} while (depth > 0 && tokens->count < CALL_MOST && next_live(reader)->kind != HEADER_END);
	return true;
}

/* Expands the macro that was just taken into what is pending; false where it stays a name. */
static bool
expand(struct header_reader *reader, struct header_macro *macro, struct header_token name)
{
	uint32_t from = reader->raw.at;
	uint32_t end = reader->raw.end;
	struct vec tokens = {0};
	header_expand_begin(&reader->expansion);
	header_expand_keep(&reader->expansion, &tokens, name);
	bool is_function = header_macro_definition(macro, 0)->is_function;
	bool is_used = !is_function || take_call(reader, &tokens);
	if (is_used) {
		header_expand_pend(&reader->expansion, tokens.items, tokens.count);
		end = reader->raw.end;
	}
	header_raw_cover(&reader->raw, from, end);
	return is_used;
}

struct header_token
header_stream_next(struct header_reader *reader)
{
	for (;;) {
		struct header_token token;
		if (header_expand_next(&reader->expansion, &token)) {
			return token;
		}
		(void)next_live(reader);
		token = header_raw_take(&reader->raw);
		struct header_macro *macro = token.kind == HEADER_NAME
			? header_macro_find(&reader->macros, header_lexer_text(&token))
			: NULL;
		if (macro == NULL || header_expand_is_spent(&reader->expansion) ||
			!expand(reader, macro, token)) {
			return token;
		}
	}
}
