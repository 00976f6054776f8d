#include "read/header/header_body.h"

enum { TOKENS_MOST = 100 }; /* of a constant in a case, or behind == */

static void
enter(struct header_body *body, enum header_body_state state)
{
	body->state = (uint8_t)state;
	body->is_default = false;
	body->is_assigned = false;
	body->depth = 0;
	body->tokens.count = 0;
	body->span = (struct header_comment){0};
	header_phrase_begin(&body->phrase);
}

/* Whether a function declared so returns a text: what it returns is a pointer or a string. */
static bool
returns_text(const struct header_statement *statement)
{
	uint32_t open = header_statement_find(statement, 0, "(");
	bool is_pointer = header_statement_find(statement, 0, "*") < open;
	for (uint32_t i = 0; i < open && !is_pointer; i++) {
		struct str word = header_lexer_text(header_statement_token(statement, i));
		is_pointer = i + 1 < open && str_search(word, 0, STR("string")) < word.length;
	}
	return is_pointer && open < statement->tokens.count;
}

void
header_body_open(struct header_body *body, const struct header_statement *statement)
{
	uint32_t open = header_statement_find(statement, 0, "(");
	bool has_name = open > 0 && open < statement->tokens.count;
	body->name = STR("");
	body->brackets = 0;
	body->is_telling = has_name && returns_text(statement);
	enter(body, HEADER_BODY_PLAIN);
	if (body->is_telling) {
		header_texts_open(body->texts,
			header_lexer_text(header_statement_token(statement, open - 1)));
	}
}

void
header_body_close(struct header_body *body)
{
	if (body->is_telling && body->texts->is_open) {
		header_texts_close(body->texts);
	}
	body->is_telling = false;
}

/* The constant that was read waits for its text. */
static void
take_constant(struct header_body *body)
{
	if (body->is_default) {
		header_texts_rest(body->texts, body->span);
	} else if (body->tokens.count > 0 && body->tokens.count < TOKENS_MOST) {
		header_texts_label(body->texts, body->tokens.items, body->tokens.count, body->span,
			body->state == HEADER_BODY_EQUAL);
	}
}

/* Where the constant ends; without a case around it, it may be one of several. */
static bool
ends_constant(const struct header_body *body, const struct header_token *token)
{
	if (body->state == HEADER_BODY_CASE) {
		return header_lexer_is_mark(token, ":");
	}
	bool is_parenthesis = body->depth == 0 && header_lexer_is_mark(token, ")");
	return is_parenthesis || header_lexer_is_mark(token, "||") ||
		header_lexer_is_mark(token, "&&") || header_lexer_is_mark(token, "?");
}

static void
add_to_constant(
	struct header_body *body, const struct header_token *token, const struct header_raw *raw)
{
	body->span.at = body->span.end == 0 ? raw->at : body->span.at;
	body->span.end = raw->end;
	if (body->tokens.count < TOKENS_MOST) {
		VEC_PUSH(&body->tokens, body->arena, struct header_token, *token);
	}
}

/* What was returned is the text of what waits, or without that of all other constants. */
static void
end_value(struct header_body *body)
{
	if (body->texts->waiting.count == 0) {
		header_texts_rest(
			body->texts, (struct header_comment){body->phrase.at, body->phrase.end});
	}
	if (!body->is_assigned || header_phrase_is_text(&body->phrase)) {
		header_texts_say(body->texts, &body->phrase);
	}
	enter(body, HEADER_BODY_PLAIN);
}

/* A token where none of the states holds. */
static void
take_plain(struct header_body *body, const struct header_token *token, const struct header_raw *raw)
{
	bool is_assigned = header_lexer_is_mark(token, "=") && body->texts->waiting.count > 0;
	if (header_lexer_is_name(token, "case")) {
		enter(body, HEADER_BODY_CASE);
	} else if (header_lexer_is_name(token, "default")) {
		enter(body, HEADER_BODY_CASE);
		body->is_default = true;
		body->span = (struct header_comment){raw->at, raw->end};
	} else if (header_lexer_is_mark(token, "==")) {
		enter(body, HEADER_BODY_EQUAL);
	} else if (header_lexer_is_name(token, "return") || is_assigned) {
		enter(body, HEADER_BODY_VALUE);
		body->is_assigned = is_assigned;
	} else if (header_lexer_is_name(token, "break")) {
		header_texts_drop(body->texts);
	}
}

static void
take_telling(
	struct header_body *body, const struct header_token *token, const struct header_raw *raw)
{
	if (body->state == HEADER_BODY_PLAIN) {
		take_plain(body, token, raw);
		return;
	}
	if (body->state == HEADER_BODY_VALUE) {
		if (header_lexer_is_mark(token, ";")) {
			end_value(body);
		} else {
			header_phrase_add(&body->phrase, token, raw);
		}
		return;
	}
	if (ends_constant(body, token)) {
		take_constant(body);
		enter(body, HEADER_BODY_PLAIN);
	} else {
		body->depth += header_lexer_is_mark(token, "(") ? 1 : 0;
		body->depth -= header_lexer_is_mark(token, ")") ? 1 : 0;
		add_to_constant(body, token, raw);
	}
}

/* Notes the name of an array that a table may follow. */
static void
note_name(struct header_body *body, const struct header_token *token)
{
	body->brackets += header_lexer_is_mark(token, "[") ? 1 : 0;
	body->brackets -= body->brackets > 0 && header_lexer_is_mark(token, "]") ? 1 : 0;
	if (token->kind == HEADER_NAME && body->brackets == 0) {
		body->name = header_lexer_text(token);
	}
}

void
header_body_take(
	struct header_body *body, const struct header_token *token, const struct header_raw *raw)
{
	if (header_table_is_open(body->table)) {
		header_table_take(body->table, token, raw);
		return;
	}
	bool opens_table = body->follows_equals && header_lexer_is_mark(token, "{");
	body->follows_equals = header_lexer_is_mark(token, "=");
	if (opens_table) {
		enter(body, HEADER_BODY_PLAIN);
		header_table_open(body->table, body->name);
		return;
	}
	note_name(body, token);
	if (body->is_telling && body->texts->is_open) {
		take_telling(body, token, raw);
	}
}
