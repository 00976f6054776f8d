#include "read/header/header_body.h"

void
header_body_value_drop(struct header_body *body)
{
	body->current.has_text = false;
	header_texts_drop(body->texts);
}

void
header_body_value_settle(struct header_body *body)
{
	if (body->current.has_text) {
		header_texts_say(body->texts, &body->current.text);
	}
	header_body_value_drop(body);
}

/* What waits gets the text that is assigned under a condition, if the variable is returned. */
static void
settle_assigned(struct header_body *body)
{
	body->texts->assigned = body->current.name;
	header_body_value_settle(body);
	body->texts->assigned = STR("");
}

void
header_body_value_branch(struct header_body *body)
{
	if (body->of_switch == 0 && body->braces == body->of_if) {
		settle_assigned(body);
	} else {
		header_body_value_drop(body);
	}
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

void
header_body_value_assign(struct header_body *body)
{
	bool is_text = header_phrase_is_text(&body->phrase) && !body->is_lost;
	bool waits = body->texts->waiting.count > 0;
	bool is_other = body->current.has_text && !str_equal(body->current.name, body->name);
	body->local = body->loose.is_declaration ? body->name : body->local;
	if (!is_text || body->phrase.names > 0 || body->loose.is_other ||
		!str_equal(body->name, body->local)) {
		header_texts_pass_over(body->texts, body->loose.at);
	}
	header_texts_check(body->texts, &body->phrase);
	body->is_intricate = body->is_intricate ||
		(is_text &&
			(waits ? body->of_switch == 0 && !body->is_in_branch : body->is_doubtful));
	if (is_text && !waits) {
		assign(body, &body->first);
	} else if (is_text && is_other) {
		header_body_value_drop(body); /* who can tell which of the two is returned */
	} else if (is_text) {
		assign(body, &body->current);
	} else if (body->current.has_text && !is_other) {
		header_body_value_drop(body);
	}
}

/* Whether what is returned is a variable that texts were assigned to. */
static bool
is_variable(const struct header_body *body)
{
	const struct header_phrase *phrase = &body->phrase;
	return phrase->strings == 0 && phrase->names == 1 &&
		(str_equal(phrase->first_name, body->first.name) ||
			str_equal(phrase->first_name, body->current.name));
}

/* The number 0 waits for its text. */
static void
wait_for_zero(struct header_body *body, uint32_t at, uint32_t end)
{
	struct header_token zero =
		header_lexer_value((struct header_token){0}, 0, header_number_int(0));
	header_texts_label(body->texts, &zero, 1, (struct header_comment){at, end}, true);
}

/* What all others get is returned at the end of the function, or before it is looked closer. */
static void
take_rest(struct header_body *body)
{
	const struct header_variable *first = &body->first;
	bool is_first = first->has_text && str_equal(first->name, body->phrase.first_name) &&
		body->phrase.strings == 0 && body->phrase.names == 1;
	const struct header_phrase *phrase = is_first ? &first->text : &body->phrase;
	bool is_rest = body->braces == body->of_rest && !body->has_default && !body->is_intricate;
	if (body->braces == 1 && body->has_default && body->is_of_others) {
		wait_for_zero(body, phrase->at, phrase->end); /* which came past all of them */
		header_texts_say(body->texts, phrase);
	} else if (is_rest) {
		header_texts_rest(body->texts, (struct header_comment){phrase->at, phrase->end});
		header_texts_say(body->texts, phrase);
	}
	if (body->braces > body->of_rest || body->is_intricate) {
		header_texts_pass_over(body->texts, body->value_at);
	}
	body->is_ended = true;
}

/* Whether what is returned is NULL, or what strerror says of the parameter. */
static bool
is_of_unknown(const struct header_body *body)
{
	enum header_rest rest = header_texts_rest_of(&body->phrase);
	return rest == HEADER_REST_NOTHING ||
		(rest == HEADER_REST_STRERROR &&
			header_equals_is_parameter(
				&body->operand, 1, body->operand.tokens.count, body->parameter));
}

/* Notes a value that is neither a text nor what stands for all that are unknown. */
static void
judge_return(struct header_body *body)
{
	const struct header_phrase *phrase = &body->phrase;
	bool is_rest = body->texts->waiting.count == 0 || header_texts_rest_waits(body->texts);
	bool is_fine = header_phrase_is_text(phrase)
		? phrase->names == 0
		: is_variable(body) || (is_rest && is_of_unknown(body));
	if (!is_fine) {
		header_texts_pass_over(body->texts, body->value_at);
	}
	header_texts_check(body->texts, phrase);
}

/* A variable is returned that got a text in a case, or under a condition that has ended. */
static void
take_variable(struct header_body *body)
{
	if (body->of_switch > 0) {
		header_body_value_settle(body);
		return;
	}
	settle_assigned(body);
	if (body->braces == body->of_if && body->braces == body->of_rest) {
		take_rest(body);
	}
}

void
header_body_value_return(struct header_body *body)
{
	judge_return(body);
	if (is_variable(body)) {
		body->texts->returned = body->phrase.first_name;
	}
	if (body->is_lost) {
		header_body_value_drop(body); /* as what it depends on is not followed */
	} else if (body->texts->waiting.count == 0) {
		take_rest(body);
	} else if (body->current.has_text && !header_phrase_is_text(&body->phrase)) {
		take_variable(body);
	} else {
		header_texts_say(body->texts, &body->phrase);
		header_body_value_drop(body);
	}
}

/* Whether the condition is the parameter and nothing else, from one of its tokens on. */
static bool
is_parameter_from(const struct header_body *body, uint32_t from)
{
	uint32_t count = body->operand.tokens.count;
	return count > from &&
		header_equals_is_parameter(&body->operand, from, count, body->parameter);
}

enum header_equals
header_body_value_condition(struct header_body *body)
{
	bool is_zero = body->of_switch == 0 && header_statement_is_mark(&body->operand, 0, "!") &&
		is_parameter_from(body, 1);
	if (is_zero) {
		wait_for_zero(body, body->operand.at, body->operand.end);
		return HEADER_EQUALS_PARAMETER;
	}
	body->is_of_others = body->is_of_others || is_parameter_from(body, 0);
	bool is_other = header_equals_is_other(&body->operand);
	bool compares = header_statement_has_mark(&body->operand, "==") ||
		header_statement_has_mark(&body->operand, "!=");
	enum header_equals equals = is_other || body->of_switch > 0
		? HEADER_EQUALS_NONE
		: header_equals_take(body->texts, &body->operand, body->parameter);
	body->is_intricate = body->is_intricate || (is_other && compares);
	if (equals != HEADER_EQUALS_PARAMETER) {
		header_texts_pass_over(body->texts, body->operand.at);
	}
	return equals;
}

void
header_body_value_choose(struct header_body *body, const struct header_token *token)
{
	bool is_condition = header_lexer_is_mark(token, "?");
	if (is_condition) {
		bool is_hidden =
			body->of_switch > 0 || body->is_in_branch || body->braces != body->of_rest;
		body->is_lost = body->is_lost || (body->is_assigned && is_hidden) ||
			body->texts->waiting.count > 0 ||
			header_body_value_condition(body) == HEADER_EQUALS_NONE;
		body->is_chain = true;
	} else if (!body->is_lost) {
		judge_return(body);
		body->texts->assigned = body->is_assigned ? body->name : STR("");
		header_texts_say(body->texts, &body->phrase);
		body->texts->assigned = STR("");
	}
	if (body->is_lost) {
		header_texts_pass_over(body->texts, body->value_at);
	}
	header_statement_clear(&body->operand);
	header_phrase_begin(&body->phrase);
}
