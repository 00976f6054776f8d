#include "read/header/header_body.h"

enum { TOKENS_MOST = 100 }; /* of a constant in a case, or of a condition */

static void
enter(struct header_body *body, enum header_body_state state)
{
	body->state = (uint8_t)state;
	body->is_default = false;
	body->is_assigned = false;
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

void
header_body_open(struct header_body *body, const struct header_statement *statement)
{
	uint32_t open = header_statement_find(statement, 0, "(");
	bool has_name = open > 0 && open < statement->tokens.count;
	body->name = STR("");
	body->brackets = body->of_switch = body->of_other = 0;
	body->braces = 1;
	body->has_default = body->is_intricate = false;
	body->current.has_text = body->first.has_text = false;
	body->is_telling = has_name && returns_text(statement);
	enter(body, HEADER_BODY_PLAIN);
	if (body->is_telling) {
		header_texts_open(body->texts,
			header_lexer_text(header_statement_token(statement, open - 1)),
			statement->at);
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

/* What waits gets nothing: what is done for it is not followed. */
static void
give_up(struct header_body *body)
{
	body->current.has_text = false;
	header_texts_drop(body->texts);
}

/* What waits gets the text that its variable has by now. */
static void
settle(struct header_body *body)
{
	if (body->current.has_text) {
		header_texts_say(body->texts, &body->current.text);
	}
	give_up(body);
}

/* The variable has the text of the phrase from now on. */
static void
assign(struct header_body *body, struct header_variable *variable)
{
	struct header_phrase text = variable->text;
	variable->text = body->phrase;
	body->phrase = text;
	variable->name = body->name;
	variable->has_text = true;
}

static void
take_assignment(struct header_body *body)
{
	bool is_text = header_phrase_is_text(&body->phrase);
	bool waits = body->texts->waiting.count > 0;
	bool is_other = body->current.has_text && !str_equal(body->current.name, body->name);
	if (is_text && !waits) {
		assign(body, &body->first);
	} else if (is_text && is_other) {
		give_up(body); /* who can tell which of the two is returned */
	} else if (is_text) {
		assign(body, &body->current);
	} else if (body->current.has_text && !is_other) {
		give_up(body);
	}
}

/* What all others get is returned at the end of the function, or before it is looked closer. */
static void
take_rest(struct header_body *body)
{
	const struct header_variable *first = &body->first;
	bool is_first = first->has_text && str_equal(first->name, body->phrase.first_name) &&
		body->phrase.strings == 0 && body->phrase.names == 1;
	const struct header_phrase *phrase = is_first ? &first->text : &body->phrase;
	if (body->braces == 1 && !body->has_default && !body->is_intricate) {
		header_texts_rest(body->texts, (struct header_comment){phrase->at, phrase->end});
		header_texts_say(body->texts, phrase);
	}
}

static void
take_return(struct header_body *body)
{
	if (body->texts->waiting.count == 0) {
		take_rest(body);
	} else if (body->current.has_text && !header_phrase_is_text(&body->phrase)) {
		settle(body);
	} else {
		header_texts_say(body->texts, &body->phrase);
		give_up(body);
	}
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
	body->current.has_text = false;
	if (body->of_switch != body->braces) {
		return;
	}
	if (body->is_default) {
		body->has_default = true;
		header_texts_rest(body->texts, span_of(body));
	} else if (body->operand.tokens.count > 0 && body->operand.tokens.count < TOKENS_MOST) {
		header_texts_label(body->texts, body->operand.tokens.items,
			body->operand.tokens.count, span_of(body), false);
	}
}

static bool
has(const struct header_body *body, const char *const *marks)
{
	bool any = false;
	for (; *marks != NULL; marks++) {
		any = any || header_statement_has_mark(&body->operand, *marks);
	}
	return any;
}

/* The constant on one of both sides of ==, between two tokens, waits for its text. */
static void
take_comparison(struct header_body *body, uint32_t from, uint32_t end)
{
	uint32_t equals = header_statement_find(&body->operand, from, "=="),
		 waiting = body->texts->waiting.count;
	const struct header_token *tokens = body->operand.tokens.items;
	if (equals >= end) {
		return;
	}
	header_texts_label(body->texts, tokens + equals + 1, end - equals - 1, span_of(body), true);
	if (body->texts->waiting.count == waiting) {
		header_texts_label(body->texts, tokens + from, equals - from, span_of(body), true);
	}
}

/* A condition that compares, and does nothing else, names constants; others are not followed. */
static void
take_condition(struct header_body *body)
{
	static const char *const others[] = {"&&", "!", "!=", "?", "&", "|", "%", NULL};
	static const char *const comparisons[] = {"==", "!=", NULL};
	bool is_other = has(body, others) || body->operand.tokens.count >= TOKENS_MOST;
	body->is_intricate = body->is_intricate || (is_other && has(body, comparisons));
	if (is_other || body->of_switch > 0) {
		return;
	}
	for (uint32_t at = 0; at < body->operand.tokens.count;) {
		uint32_t end = header_statement_find(&body->operand, at, "||");
		take_comparison(body, at, end);
		at = end + 1;
	}
}

/* Whether the switch is over a variable as it is, cast or not. */
static bool
is_plain(const struct header_body *body)
{
	static const char *const reckoned[] = {
		"+", "-", "/", "%", "&", "|", "^", "~", "!", "<<", ">>", "?", "[", NULL};
	return !has(body, reckoned) && body->operand.tokens.count < TOKENS_MOST;
}

/* A brace that opens or closes; the cases of one switch are followed at a time. */
static bool
takes_brace(struct header_body *body, const struct header_token *token)
{
	bool opens = header_lexer_is_mark(token, "{"), closes = header_lexer_is_mark(token, "}");
	if (closes && body->braces == body->of_switch) {
		settle(body);
		body->of_switch = 0;
	}
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
	if (body->of_switch == 0 && is_plain(body)) {
		body->of_switch = body->braces + 1;
	} else {
		give_up(body);
		body->of_other = body->braces + 1;
	}
}

/* A word that leads on to other statements. */
static void
take_word(struct header_body *body, const struct header_token *token)
{
	static const char *const branches[] = {
		"if", "else", "for", "while", "do", "goto", "continue", NULL};
	bool is_goto = header_lexer_is_name(token, "goto");
	body->is_intricate = body->is_intricate || is_goto;
	if (header_lexer_is_any(token, branches)) {
		give_up(body);
	}
	if (header_lexer_is_name(token, "break")) {
		body->has_default = body->has_default &&
			(body->current.has_text || !header_texts_rest_waits(body->texts));
		settle(body);
	} else if (header_lexer_is_name(token, "if")) {
		enter(body, HEADER_BODY_CONDITION);
	} else if (header_lexer_is_name(token, "switch")) {
		enter(body, HEADER_BODY_SWITCH);
	} else if (header_lexer_is_name(token, "return")) {
		enter(body, HEADER_BODY_VALUE);
	} else if (header_lexer_is_name(token, "case")) {
		enter(body, HEADER_BODY_CASE);
	}
}

/* A token where none of the states holds. */
static void
take_plain(struct header_body *body, const struct header_token *token, const struct header_raw *raw)
{
	if (takes_brace(body, token) || body->of_other > 0) {
		return;
	}
	if (header_lexer_is_name(token, "default")) {
		enter(body, HEADER_BODY_CASE);
		body->is_default = true;
		header_statement_add(&body->operand, *token, raw);
	} else if (header_lexer_is_mark(token, "=")) {
		enter(body, HEADER_BODY_VALUE);
		body->is_assigned = true;
	} else {
		take_word(body, token);
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

static void
take_telling(
	struct header_body *body, const struct header_token *token, const struct header_raw *raw)
{
	if (body->state == HEADER_BODY_PLAIN) {
		take_plain(body, token, raw);
	} else if (!ends_state(body, token)) {
		if (body->state == HEADER_BODY_VALUE) {
			header_phrase_add(&body->phrase, token, raw);
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
			if (body->is_assigned) {
				take_assignment(body);
			} else {
				take_return(body);
			}
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
	if (body->is_telling && body->texts->is_open) {
		take_telling(body, token, raw);
	}
}
