#include "read/header/header_equals.h"

enum { TOKENS_MOST = 100 }; /* of a condition */

bool
header_equals_is_parameter(
	const struct header_statement *statement, uint32_t from, uint32_t end, struct str parameter)
{
	struct str last = STR("");
	bool are_names = parameter.length > 0;
	for (uint32_t i = from; i < end; i++) {
		const struct header_token *token = header_statement_token(statement, i);
		bool is_name = token->kind == HEADER_NAME;
		bool is_call =
			is_name && i + 1 < end && header_statement_is_mark(statement, i + 1, "(");
		are_names = are_names && !is_call &&
			(is_name || header_lexer_is_mark(token, "(") ||
				header_lexer_is_mark(token, ")"));
		last = token->kind == HEADER_NAME ? header_lexer_text(token) : last;
	}
	return are_names && str_equal(last, parameter);
}

/* Tokens of a condition, from one index to before another. */
struct side {
	const struct header_statement *condition;
	uint32_t from;
	uint32_t end;
};

/* The tokens without parentheses that open or close around more than them. */
static struct side
inner(struct side side)
{
	const struct header_statement *condition = side.condition;
	while (side.from < side.end && header_statement_is_mark(condition, side.from, "(") &&
		header_statement_find(condition, side.from, ")") >= side.end) {
		side.from++;
	}
	while (side.from < side.end && header_statement_is_mark(condition, side.end - 1, ")") &&
		header_statement_find(condition, side.from, "(") >= side.end) {
		side.end--;
	}
	return side;
}

/* Whether the side is a constant, which then waits for its text. */
static bool
waits(struct header_texts *texts, struct side side)
{
	uint32_t waiting = texts->waiting.count;
	const struct header_statement *condition = side.condition;
	struct header_comment span = {condition->at, condition->end};
	if (side.from < side.end) {
		header_texts_label(texts, header_statement_token(condition, side.from),
			side.end - side.from, span, true);
	}
	return texts->waiting.count > waiting;
}

/* What the comparison between two tokens is. */
static enum header_equals
take_comparison(struct header_texts *texts, struct side whole, struct str parameter)
{
	uint32_t equals = header_statement_find(whole.condition, whole.from, "==");
	if (equals >= whole.end) {
		return HEADER_EQUALS_NONE;
	}
	struct side left = inner((struct side){whole.condition, whole.from, equals});
	struct side right = inner((struct side){whole.condition, equals + 1, whole.end});
	bool is_right = waits(texts, right), is_left = !is_right && waits(texts, left);
	struct side other = is_right ? left : right;
	return !is_right && !is_left ? HEADER_EQUALS_NONE
		: header_equals_is_parameter(other.condition, other.from, other.end, parameter)
		? HEADER_EQUALS_PARAMETER
		: HEADER_EQUALS_SOME;
}

bool
header_equals_is_other(const struct header_statement *condition)
{
	static const char *const others[] = {"&&", "!", "!=", "?", "&", "|", "%", NULL};
	bool is_other = condition->tokens.count >= TOKENS_MOST;
	for (const char *const *mark = others; *mark != NULL; mark++) {
		is_other = is_other || header_statement_has_mark(condition, *mark);
	}
	return is_other;
}

enum header_equals
header_equals_take(
	struct header_texts *texts, const struct header_statement *condition, struct str parameter)
{
	enum header_equals least =
		condition->tokens.count > 0 ? HEADER_EQUALS_PARAMETER : HEADER_EQUALS_NONE;
	for (uint32_t at = 0; at < condition->tokens.count;) {
		uint32_t end = header_statement_find(condition, at, "||");
		enum header_equals this =
			take_comparison(texts, (struct side){condition, at, end}, parameter);
		least = this < least ? this : least;
		at = end + 1;
	}
	return least;
}
