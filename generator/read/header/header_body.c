#include "read/header/header_body.h"

enum { TOKENS_MOST = 100 }; /* of a constant in a case, or of a condition */

static void
enter(struct header_body *body, enum header_body_state state)
{
	body->state = (uint8_t)state;
	body->is_default = false;
	body->is_assigned = false;
	body->is_chain = body->is_lost = false;
	body->depth = 0;
	header_statement_clear(&body->operand);
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

/* The name of the only parameter, behind the parenthesis; empty if it is not so. */
static struct str
parameter_of(const struct header_statement *statement, uint32_t open)
{
	uint32_t close = header_statement_find(statement, open, ")");
	bool is_one = close < statement->tokens.count && close > open + 1 &&
		header_statement_find(statement, open, ",") > close;
	const struct header_token *last =
		is_one ? header_statement_token(statement, close - 1) : NULL;
	return is_one && last->kind == HEADER_NAME ? header_lexer_text(last) : STR("");
}

void
header_body_open(struct header_body *body, const struct header_statement *statement)
{
	uint32_t open = header_statement_find(statement, 0, "(");
	bool has_name = open > 0 && open < statement->tokens.count;
	body->name = STR("");
	body->brackets = body->of_switch = body->of_other = 0;
	body->braces = body->of_rest = 1;
	body->of_if = 0;
	body->is_compared = body->is_doubtful = body->is_in_branch = body->follows_else = false;
	body->has_default = body->is_intricate = body->is_ended = body->is_of_others = false;
	body->current.has_text = body->first.has_text = false;
	body->current.name = body->first.name = body->local = STR("");
	body->parameter = parameter_of(statement, open);
	body->loose = (struct header_loose){0};
	body->texts->negates = false;
	body->is_telling = has_name && returns_text(statement);
	enter(body, HEADER_BODY_PLAIN);
	if (body->is_telling) {
		header_texts_open(body->texts,
			header_lexer_text(header_statement_token(statement, open - 1)),
			statement->at);
		if (statement->is_stripped) {
			header_texts_pass_over(body->texts, statement->at);
		}
	}
}

void
header_body_close(struct header_body *body, uint32_t end)
{
	if (body->is_telling && body->texts->is_open) {
		header_texts_close(body->texts, end);
	}
	body->is_telling = false;
}

void
header_body_free(struct header_body *body)
{
	header_phrase_free(&body->phrase);
	header_phrase_free(&body->current.text);
	header_phrase_free(&body->first.text);
}

static struct header_comment
span_of(const struct header_body *body)
{
	return (struct header_comment){body->operand.at, body->operand.end};
}

/* The constant of a case waits for its text; what was assigned before is not what is returned. */
static void
take_case(struct header_body *body)
{
	uint32_t waiting = body->texts->waiting.count;
	bool is_followed = body->of_switch == body->braces;
	body->current.has_text = false;
	if (is_followed && body->is_default) {
		body->has_default = true;
		header_texts_rest(body->texts, span_of(body));
	} else if (is_followed && body->operand.tokens.count > 0 &&
		body->operand.tokens.count < TOKENS_MOST) {
		header_texts_label(body->texts, body->operand.tokens.items,
			body->operand.tokens.count, span_of(body), false);
	}
	if (body->texts->waiting.count == waiting) {
		header_texts_pass_over(body->texts, body->operand.at);
	}
}

/* Whether the switch is over a variable as it is, cast or not, or over what is below zero of it. */
static bool
is_plain(const struct header_body *body)
{
	static const char *const reckoned[] = {
		"+", "/", "%", "&", "|", "^", "~", "!", "<<", ">>", "?", "[", NULL};
	bool is_plain = body->operand.tokens.count < TOKENS_MOST &&
		header_statement_find(&body->operand, 1, "-") >= body->operand.tokens.count;
	for (const char *const *mark = reckoned; *mark != NULL; mark++) {
		is_plain = is_plain && !header_statement_has_mark(&body->operand, *mark);
	}
	return is_plain;
}

/* A brace that opens or closes; the cases of one switch are followed at a time. */
static bool
takes_brace(struct header_body *body, const struct header_token *token)
{
	bool opens = header_lexer_is_mark(token, "{"), closes = header_lexer_is_mark(token, "}");
	if (closes && body->braces == body->of_switch) {
		header_body_value_settle(body);
		body->of_switch = 0;
		body->texts->negates = false;
	}
	body->of_rest +=
		opens && body->follows_else && body->is_compared && body->braces == body->of_rest
		? 1
		: 0;
	body->of_rest -= closes && body->braces == body->of_rest && body->of_rest > 1 ? 1 : 0;
	body->braces += opens ? 1 : 0;
	if (closes && body->braces == body->of_other) {
		body->of_other = 0;
	}
	body->braces -= closes ? 1 : 0;
	return opens || closes;
}

/* The parentheses behind a word were read: its braces come next. */
static void
take_switch(struct header_body *body)
{
	bool is_followed = body->of_switch == 0 && is_plain(body);
	header_body_value_branch(body); /* what waits for the text of a condition */
	if (is_followed) {
		body->of_switch = body->braces + 1;
		body->texts->negates = header_statement_is_mark(&body->operand, 0, "-");
	} else {
		body->of_other = body->braces + 1;
	}
	if (!is_followed ||
		!header_equals_is_parameter(
			&body->operand, 0, body->operand.tokens.count, body->parameter)) {
		header_texts_pass_over(body->texts, body->operand.at);
	}
}

/* A word that leads on to other statements. */
static void
take_word(struct header_body *body, const struct header_token *token, uint32_t at)
{
	static const char *const branches[] = {
		"if", "else", "for", "while", "do", "goto", "continue", NULL};
	bool is_goto = header_lexer_is_name(token, "goto");
	body->is_intricate = body->is_intricate || is_goto;
	bool is_if = header_lexer_is_name(token, "if");
	if (is_if || header_lexer_is_name(token, "else")) {
		header_body_value_branch(body);
	} else if (header_lexer_is_any(token, branches)) {
		header_body_value_drop(body);
	}
	if (header_lexer_is_any(token, branches + 2)) { /* no if, and no else */
		header_texts_pass_over(body->texts, at);
	}
	if (header_lexer_is_name(token, "break")) {
		body->has_default = body->has_default &&
			(body->current.has_text || !header_texts_rest_waits(body->texts));
		header_body_value_settle(body);
	} else if (is_if) {
		body->is_compared =
			body->is_compared || (!body->follows_else && body->braces == body->of_rest);
		body->of_if = body->braces;
		enter(body, HEADER_BODY_CONDITION);
	} else if (header_lexer_is_name(token, "switch")) {
		enter(body, HEADER_BODY_SWITCH);
	} else if (header_lexer_is_name(token, "return")) {
		enter(body, HEADER_BODY_VALUE);
	} else if (header_lexer_is_name(token, "case")) {
		enter(body, HEADER_BODY_CASE);
	}
}

/* Ends what stands before a statement that is followed, and reports what is more than nothing. */
static void
end_loose(struct header_body *body, bool is_end)
{
	if (body->loose.is_there && (body->loose.is_other || !is_end)) {
		header_texts_pass_over(body->texts, body->loose.at);
	}
	body->local = body->loose.is_declaration ? body->name : body->local;
	body->loose = (struct header_loose){0};
}

/* A statement or a brace may end the branch that follows a condition. */
static void
leave_branch(struct header_body *body, const struct header_token *token)
{
	bool is_end = header_lexer_is_mark(token, ";") || header_lexer_is_mark(token, "}");
	body->is_in_branch = body->is_in_branch && !(is_end && body->braces <= body->of_if);
}

/* A condition was read: its branch comes next. */
static void
take_condition(struct header_body *body)
{
	bool is_followed = header_body_value_condition(body) != HEADER_EQUALS_NONE;
	body->is_compared = body->is_compared && is_followed;
	body->is_doubtful = body->is_doubtful || (!is_followed && body->of_switch == 0);
	body->is_in_branch = true;
}

/* A token where none of the states holds. */
static void
take_plain(struct header_body *body, const struct header_token *token, const struct header_raw *raw)
{
	static const char *const words[] = {"switch", "case", "default", "return", "break", "if",
		"else", "for", "while", "do", "goto", "continue", NULL};
	bool is_end = header_lexer_is_mark(token, ";"), is_word = header_lexer_is_any(token, words);
	bool is_brace = takes_brace(body, token);
	if (is_end || is_word || is_brace) {
		end_loose(body, is_end);
	}
	leave_branch(body, token);
	if (is_end || is_brace || body->of_other > 0) {
		return;
	}
	body->value_at = raw->at;
	if (body->is_ended) {
		header_texts_pass_over(body->texts, raw->at); /* nobody comes here */
	}
	if (header_lexer_is_name(token, "default")) {
		enter(body, HEADER_BODY_CASE);
		body->is_default = true;
		header_statement_add(&body->operand, *token, raw);
	} else if (header_lexer_is_mark(token, "=")) {
		enter(body, HEADER_BODY_VALUE);
		body->is_assigned = true;
	} else if (is_word) {
		take_word(body, token, raw->at);
	} else {
		header_loose_take(&body->loose, token, raw->at);
	}
}

/* Ends a state at the token, if that is where it ends. */
static bool
ends_state(struct header_body *body, const struct header_token *token)
{
	bool opens = header_lexer_is_mark(token, "("), closes = header_lexer_is_mark(token, ")");
	uint8_t state = body->state;
	bool is_end = state == HEADER_BODY_CASE ? header_lexer_is_mark(token, ":")
		: state == HEADER_BODY_VALUE    ? header_lexer_is_mark(token, ";") ||
			(body->depth == 0 && header_lexer_is_mark(token, ","))
					     : closes && body->depth == 1;
	body->depth += opens ? 1 : 0;
	body->depth -= closes && body->depth > 0 ? 1 : 0;
	return is_end;
}

/* A value was read. */
static void
take_value(struct header_body *body)
{
	if (body->is_assigned) {
		header_body_value_assign(body);
		body->loose = (struct header_loose){0};
	} else {
		header_body_value_return(body);
	}
}

static void
take_telling(
	struct header_body *body, const struct header_token *token, const struct header_raw *raw)
{
	if (body->state == HEADER_BODY_PLAIN) {
		take_plain(body, token, raw);
		body->follows_else = header_lexer_is_name(token, "else");
	} else if (!ends_state(body, token)) {
		bool is_choice = body->state == HEADER_BODY_VALUE &&
			(header_lexer_is_mark(token, "?") ||
				(body->is_chain && header_lexer_is_mark(token, ":")));
		if (is_choice) {
			header_body_value_choose(body, token);
		} else if (body->state == HEADER_BODY_VALUE) {
			header_phrase_add(&body->phrase, token, raw);
			header_statement_add(&body->operand, *token, raw);
		} else if (body->state == HEADER_BODY_CASE || body->depth > 1 ||
			!header_lexer_is_mark(token, "(")) {
			header_statement_add(&body->operand, *token, raw);
		}
	} else {
		switch ((enum header_body_state)body->state) {
		case HEADER_BODY_CASE:
			take_case(body);
			break;
		case HEADER_BODY_CONDITION:
			take_condition(body);
			break;
		case HEADER_BODY_SWITCH:
			take_switch(body);
			break;
		default:
			take_value(body);
			leave_branch(body, token);
		}
		enter(body, HEADER_BODY_PLAIN);
	}
}

/* Notes the name of an array that a table may follow, or of a variable. */
static void
note_name(struct header_body *body, const struct header_token *token)
{
	body->brackets += header_lexer_is_mark(token, "[") ? 1 : 0;
	body->brackets -= body->brackets > 0 && header_lexer_is_mark(token, "]") ? 1 : 0;
	if (token->kind == HEADER_NAME && body->brackets == 0 && body->state == HEADER_BODY_PLAIN) {
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
	bool is_of_macro = token->at != raw->at &&
		(body->state == HEADER_BODY_PLAIN || token->kind == HEADER_STRING);
	if (is_of_macro && body->is_telling) {
		header_texts_pass_over(body->texts, raw->at);
	}
	if (body->is_telling && body->texts->is_open) {
		take_telling(body, token, raw);
	}
}
