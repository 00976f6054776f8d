#include "read/header/header_stream.h"

#include "read/header/header_directive.h"
#include "read/header/header_macro.h"

/* Calls with more tokens are not followed. */
enum { CALL_MOST = 100000 };

static const struct header_token *
ahead(struct header_reader *reader)
{
	if (!reader->has_ahead) {
		reader->ahead = header_lexer_next(&reader->lexer);
		reader->has_ahead = true;
	}
	return &reader->ahead;
}

static struct header_token
take(struct header_reader *reader)
{
	struct header_token token = *ahead(reader);
	reader->has_ahead = false;
	reader->raw_at = token.at;
	reader->raw_end = token.end;
	return token;
}

struct header_token
header_stream_line(struct header_reader *reader)
{
	if (ahead(reader)->begins_line || ahead(reader)->kind == HEADER_END) {
		return (struct header_token){
			.kind = HEADER_END, .at = reader->raw_end, .end = reader->raw_end};
	}
	return take(reader);
}

/* Follows directives and passes over what they leave out, up to a token that counts. */
static const struct header_token *
settle(struct header_reader *reader)
{
	for (;;) {
		const struct header_token *token = ahead(reader);
		if (token->begins_line && header_lexer_is_mark(token, "#")) {
			(void)take(reader);
			header_directive_take(reader);
		} else if (token->kind == HEADER_END || header_directive_is_live(reader)) {
			return token;
		} else {
			(void)take(reader);
		}
	}
}

/* The tokens of a call, from the parenthesis on; false where none opens. */
static bool
take_call(struct header_reader *reader, struct vec *tokens)
{
	uint32_t depth = 0;
	if (!header_lexer_is_mark(settle(reader), "(")) {
		return false;
	}
	do {
		struct header_token token = take(reader);
		depth += header_lexer_is_mark(&token, "(") ? 1 : 0;
		depth -= header_lexer_is_mark(&token, ")") ? 1 : 0;
		VEC_PUSH(tokens, &reader->scratch, struct header_token, token);
		reader->used++;
	} while (depth > 0 && tokens->count < CALL_MOST && settle(reader)->kind != HEADER_END);
	return true;
}

/* Expands the macro that was just taken into what is pending; false where it stays a name. */
static bool
expand(struct header_reader *reader, struct header_macro *macro, struct header_token name)
{
	uint32_t from = reader->raw_at;
	uint32_t end = reader->raw_end;
	struct vec tokens = {0};
	header_macro_begin(reader, true);
	reader->pending = (struct vec){0};
	reader->taken = 0;
	VEC_PUSH(&tokens, &reader->scratch, struct header_token, name);
	bool is_function = VEC_AT(&macro->live, const struct header_definition *, 0)->is_function;
	bool is_used = !is_function || take_call(reader, &tokens);
	if (is_used) {
		header_macro_expand(reader, tokens.items, tokens.count, &reader->pending);
		end = reader->raw_end;
	}
	reader->raw_at = from;
	reader->raw_end = end;
	return is_used;
}

struct header_token
header_stream_next(struct header_reader *reader)
{
	for (;;) {
		if (reader->taken < reader->pending.count) {
			return VEC_AT(&reader->pending, struct header_token, reader->taken++);
		}
		(void)settle(reader);
		struct header_token token = take(reader);
		struct header_macro *macro =
			token.kind == HEADER_NAME ? header_macro_find(reader, token.text) : NULL;
		if (macro == NULL || reader->fuel == 0 || !expand(reader, macro, token)) {
			return token;
		}
	}
}
