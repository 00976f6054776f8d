#include "read/header/header_judge.h"

/* What stands for a name that is not known: no constant is called so. */
static const struct str unknown = STR_INIT("?");

static struct header_token
value_token(int32_t value)
{
	return header_lexer_value((struct header_token){0}, 0, header_number_int(value));
}

/* What "defined" is followed by: NAME or (NAME). */
static struct header_token
read_defined(struct header_reader *reader)
{
	struct header_token token = header_raw_line(&reader->raw);
	bool is_wrapped = header_lexer_is_mark(&token, "(");
	if (is_wrapped) {
		token = header_raw_line(&reader->raw);
	}
	enum header_state state = header_macro_state(
		&reader->macros, header_lexer_text(&token), reader->conditions.branch);
	if (is_wrapped) {
		(void)header_raw_line(&reader->raw);
	}
	struct header_token maybe = {.kind = HEADER_NAME, .is_final = true};
	header_lexer_write(&maybe, unknown);
	return state == HEADER_MAYBE ? maybe : value_token(state == HEADER_LIVE);
}

/* Names that are no macros: the compiler takes them for 0, if nobody else defines them. */
static void
hide_names(struct vec *tokens)
{
	for (uint32_t i = 0; i < tokens->count; i++) {
		struct header_token *token = &VEC_AT(tokens, struct header_token, i);
		if (token->kind == HEADER_NAME && !header_lexer_is_name(token, "true") &&
			!header_lexer_is_name(token, "false")) {
			header_lexer_write(token, unknown);
		}
	}
}

enum header_state
header_judge_line(struct header_reader *reader)
{
	struct vec line = {0};
	struct vec tokens = {0};
	for (;;) {
		struct header_token token = header_raw_line(&reader->raw);
		if (token.kind == HEADER_END) {
			break;
		}
		token = header_lexer_is_name(&token, "defined") ? read_defined(reader) : token;
		header_expand_keep(&reader->expansion, &line, token);
	}
	header_expand_begin_within(&reader->expansion);
	header_expand_tokens(&reader->expansion, line.items, line.count, &tokens);
	hide_names(&tokens);
	struct header_result result =
		header_expression_value(&reader->names, tokens.items, tokens.count);
	if (result.fault != HEADER_FAULT_NONE || result.is_doubtful) {
		return HEADER_MAYBE;
	}
	return result.number.bits != 0 ? HEADER_LIVE : HEADER_DEAD;
}
