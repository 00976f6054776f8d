#include "read/header/header_expression.h"

#include "read/header/header_literal.h"
#include "read/header/header_operator.h"

/* Parentheses and signs that are nested deeper make no expression. */
enum { DEPTH_MOST = 100 };

/* An expression that is being read. */
struct expression {
	const struct header_names *names;
	const struct header_token *tokens;
	uint32_t count;
	uint32_t at;
	uint32_t depth; /* of parentheses and signs */
	bool is_doubtful;
};

static struct header_result read_ternary(struct expression *expression);
static struct header_result read_unary(struct expression *expression);

static bool
is_at(const struct expression *expression, const char *mark)
{
	return expression->at < expression->count &&
		header_lexer_is_mark(&expression->tokens[expression->at], mark);
}

static bool
skip(struct expression *expression, const char *mark)
{
	bool is_there = is_at(expression, mark);
	expression->at += is_there ? 1 : 0;
	return is_there;
}

/* The fault that the expression is none, which stops its reading. */
static struct header_result
refuse(struct expression *expression)
{
	expression->at = expression->count;
	return header_result_fail(HEADER_FAULT_NO_EXPRESSION, STR(""));
}

/* The result converted to a type. */
static struct header_result
convert(struct header_result result, enum header_type type)
{
	if (result.fault != HEADER_FAULT_NONE) {
		return result;
	}
	enum header_fault fault = header_number_cast(type, &result.number);
	return header_result_give(result.number, fault);
}

/* Whether what is behind a parenthesis can be the operand of a cast to an unknown type. */
static bool
begins_operand(const struct expression *expression, uint32_t at)
{
	if (at >= expression->count) {
		return false;
	}
	const struct header_token *token = &expression->tokens[at];
	return token->kind != HEADER_MARK || header_lexer_is_mark(token, "(") ||
		header_lexer_is_mark(token, "~");
}

/* (type) operand, or an expression in parentheses. */
static struct header_result
read_parentheses(struct expression *expression)
{
	uint32_t from = expression->at + 1;
	uint32_t end =
		header_lexer_closing(expression->tokens, expression->count, from - 1, "(", ")");
	const struct header_token *tokens = expression->tokens + from;
	enum header_type type;
	enum header_typing typing = from < end && end - from < 16
		? header_type_read(&expression->names->types, tokens, end - from, &type)
		: HEADER_TYPING_NONE;
	if (typing == HEADER_TYPING_MAYBE && !begins_operand(expression, end + 1)) {
		typing = HEADER_TYPING_NONE;
	}
	if (typing == HEADER_TYPING_NONE) {
		expression->at = from;
		struct header_result result = read_ternary(expression);
		return skip(expression, ")") ? result : refuse(expression);
	}
	expression->at = end + 1;
	struct header_result result = read_unary(expression);
	bool fits = result.number.bits <= INT32_MAX && !header_number_is_negative(result.number);
	if (typing == HEADER_TYPING_MAYBE || (type == HEADER_TYPE_UNKNOWN && !fits)) {
		return header_result_fail(
			HEADER_FAULT_TYPE, header_lexer_text(&tokens[end - from - 1]));
	}
	return convert(result, type);
}

/* static_cast<type>(operand) and its like. */
static struct header_result
read_named_cast(struct expression *expression)
{
	uint32_t from = expression->at + 2;
	uint32_t end =
		header_lexer_closing(expression->tokens, expression->count, from - 1, "<", ">");
	enum header_type type = HEADER_TYPE_OTHER;
	enum header_typing typing = from < end
		? header_type_read(
			  &expression->names->types, expression->tokens + from, end - from, &type)
		: HEADER_TYPING_NONE;
	expression->at = end + 1;
	if (typing == HEADER_TYPING_NONE || !skip(expression, "(")) {
		return refuse(expression);
	}
	struct header_result result = read_ternary(expression);
	if (!skip(expression, ")")) {
		return refuse(expression);
	}
	return typing == HEADER_TYPING_MAYBE
		? header_result_fail(
			  HEADER_FAULT_TYPE, header_lexer_text(&expression->tokens[end - 1]))
		: convert(result, type);
}

/* sizeof(type) of a type of integers. */
static struct header_result
read_size(struct expression *expression)
{
	uint32_t from = expression->at + 2;
	uint32_t end =
		header_lexer_closing(expression->tokens, expression->count, from - 1, "(", ")");
	enum header_type type;
	struct header_number size = {0};
	bool is_known = from < end &&
		header_type_read(&expression->names->types, expression->tokens + from, end - from,
			&type) == HEADER_TYPING_SURE &&
		header_number_size(type, &size);
	expression->at = is_known ? end + 1 : expression->count;
	return is_known ? header_result_give(size, HEADER_FAULT_NONE)
			: header_result_fail(HEADER_FAULT_SIZE, STR(""));
}

/* Type(operand) or Type{operand}; the name ends before `end`. */
static struct header_result
read_construction(struct expression *expression, uint32_t from, uint32_t end)
{
	enum header_type type;
	bool is_braced = header_lexer_is_mark(&expression->tokens[end], "{");
	enum header_typing typing = header_type_read(
		&expression->names->types, expression->tokens + from, end - from, &type);
	if (typing == HEADER_TYPING_MAYBE && !is_braced) {
		expression->at = expression->count;
		return header_result_fail(
			HEADER_FAULT_NAME, header_lexer_text(&expression->tokens[end - 1]));
	}
	expression->at = end + 1;
	struct header_result result = is_at(expression, "}") || is_at(expression, ")")
		? header_result_give(header_number_int(0), HEADER_FAULT_NONE)
		: read_ternary(expression);
	if (!skip(expression, is_braced ? "}" : ")") || typing == HEADER_TYPING_NONE) {
		return refuse(expression);
	}
	return convert(result, type);
}

/* A constant by its name, with those of its scopes before it. */
static struct header_result
read_constant(struct expression *expression, uint32_t from, uint32_t end)
{
	struct header_result result = header_constant_value(
		&expression->names->constants, expression->tokens + from, end - from);
	expression->is_doubtful = expression->is_doubtful || result.is_doubtful;
	expression->at = end;
	return result;
}

static const char *const casts[] = {"static_cast", "const_cast", "reinterpret_cast", NULL};

static struct header_result
read_name(struct expression *expression)
{
	const struct header_token *tokens = expression->tokens;
	uint32_t from = expression->at;
	uint32_t end = from;
	if (header_lexer_is_any(&tokens[from], casts) && from + 1 < expression->count &&
		header_lexer_is_mark(&tokens[from + 1], "<")) {
		return read_named_cast(expression);
	}
	if (header_lexer_is_name(&tokens[from], "sizeof") && from + 1 < expression->count &&
		header_lexer_is_mark(&tokens[from + 1], "(")) {
		return read_size(expression);
	}
	while (end < expression->count &&
		(tokens[end].kind == HEADER_NAME || header_lexer_is_mark(&tokens[end], "::"))) {
		end++;
	}
	if (end < expression->count &&
		(header_lexer_is_mark(&tokens[end], "(") ||
			header_lexer_is_mark(&tokens[end], "{"))) {
		return read_construction(expression, from, end);
	}
	if (end == from + 1 && header_lexer_is_name(&tokens[from], "true")) {
		expression->at = end;
		return header_result_give(header_number_int(1), HEADER_FAULT_NONE);
	}
	if (end == from + 1 && header_lexer_is_name(&tokens[from], "false")) {
		expression->at = end;
		return header_result_give(header_number_int(0), HEADER_FAULT_NONE);
	}
	return read_constant(expression, from, end);
}

static struct header_result
read_primary(struct expression *expression)
{
	const struct header_token *token = &expression->tokens[expression->at];
	struct header_number number = {0};
	expression->is_doubtful = expression->is_doubtful || token->is_doubtful;
	switch (token->kind) {
	case HEADER_VALUE:
		expression->at++;
		return header_result_give(header_lexer_number(token), HEADER_FAULT_NONE);
	case HEADER_NUMBER:
		expression->at++;
		enum header_fault fault = header_literal_number(header_lexer_text(token), &number);
		return header_result_give(number, fault);
	case HEADER_CHARACTER:
		expression->at++;
		fault = header_literal_character(header_lexer_text(token), &number);
		return header_result_give(number, fault);
	case HEADER_NAME:
		return read_name(expression);
	default:
		return header_lexer_is_mark(token, "(")     ? read_parentheses(expression)
			: header_lexer_is_mark(token, "::") ? read_name(expression)
							    : refuse(expression);
	}
}

static struct header_result
read_unary(struct expression *expression)
{
	if (expression->at >= expression->count || expression->depth >= DEPTH_MOST) {
		return refuse(expression);
	}
	const struct header_token *token = &expression->tokens[expression->at];
	bool is_sign = token->kind == HEADER_MARK && token->length == 1 &&
		strchr("-+~!", token->data[0]) != NULL;
	expression->depth++;
	struct header_result result;
	if (is_sign) {
		expression->at++;
		result = read_unary(expression);
		if (result.fault == HEADER_FAULT_NONE) {
			enum header_fault fault =
				header_number_unary(token->data[0], result.number, &result.number);
			result = header_result_give(result.number, fault);
		}
	} else {
		result = read_primary(expression);
	}
	expression->depth--;
	return result;
}

/* The level of the operator that comes next, or 0. */
static unsigned
next_level(const struct expression *expression)
{
	return expression->at < expression->count
		? header_operator_level(&expression->tokens[expression->at])
		: 0;
}

/* Operands joined by operators of at least this level. */
static struct header_result
read_binary(struct expression *expression, unsigned least)
{
	struct header_result result = read_unary(expression);
	for (;;) {
		unsigned level = next_level(expression);
		if (level == 0 || level < least) {
			return result;
		}
		struct str mark = header_lexer_text(&expression->tokens[expression->at]);
		expression->at++;
		struct header_result right = read_binary(expression, level + 1);
		result = header_operator_apply(mark, result, right);
	}
}

/* One of the two, in the type that both of them make. */
static struct header_result
choose(struct header_result condition, struct header_result yes, struct header_result no)
{
	if (condition.fault != HEADER_FAULT_NONE) {
		return condition;
	}
	if (yes.fault != HEADER_FAULT_NONE || no.fault != HEADER_FAULT_NONE) {
		return yes.fault != HEADER_FAULT_NONE ? yes : no;
	}
	header_number_balance(&yes.number, &no.number);
	return condition.number.bits != 0 ? yes : no;
}

static struct header_result
read_ternary(struct expression *expression)
{
	if (expression->depth >= DEPTH_MOST) {
		return refuse(expression);
	}
	struct header_result condition = read_binary(expression, 1);
	if (!skip(expression, "?")) {
		return condition;
	}
	expression->depth++;
	struct header_result yes = read_ternary(expression);
	bool is_whole = skip(expression, ":");
	struct header_result no = is_whole ? read_ternary(expression) : refuse(expression);
	expression->depth--;
	return is_whole ? choose(condition, yes, no) : no;
}

struct header_result
header_expression_value(
	const struct header_names *names, const struct header_token *tokens, uint32_t count)
{
	struct expression expression = {.names = names, .tokens = tokens, .count = count};
	struct header_result result = read_ternary(&expression);
	if (expression.at < count && result.fault == HEADER_FAULT_NONE) {
		result = refuse(&expression);
	}
	result.is_doubtful = expression.is_doubtful;
	return result;
}

bool
header_expression_is_operand(const struct header_token *tokens, uint32_t count)
{
	uint32_t at = 0;
	while (at < count && tokens[at].kind == HEADER_MARK && tokens[at].length == 1 &&
		strchr("-+~!", tokens[at].data[0]) != NULL) {
		at++;
	}
	if (at + 1 == count) {
		return tokens[at].kind != HEADER_MARK && tokens[at].kind != HEADER_STRING;
	}
	if (at >= count || !header_lexer_is_mark(&tokens[at], "(")) {
		return false;
	}
	return header_lexer_closing(tokens, count, at, "(", ")") + 1 == count;
}
