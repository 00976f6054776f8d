#include "read/header/header_enum.h"

#include "base/buf.h"
#include "read/header/header_item.h"
#include "read/header/header_stream.h"

/* An enumerator is at most this many tokens; what is longer is not understood. */
enum { TOKENS_MOST = 10000 };

/* An enum that is being read. */
struct enum_body {
	struct header_reader *reader;
	uint32_t group;
	uint32_t scope; /* of its own */
	uint32_t around;
	bool is_scoped; /* its names are not those of the scope around */
	enum header_type type; /* what it is stored as; HEADER_TYPE_UNKNOWN: not said */
	struct vec *tokens; /* struct header_token, of an enumerator */
	struct header_item item; /* its places */
	uint32_t depth; /* of parentheses and braces in it, as the next one */
	uint32_t braces;
	bool has_value;
	bool is_too_long;
	bool is_broken; /* it ends as no enum does: what stands behind that is not read */
	bool crosses; /* its tokens stand in more than one branch */
	uint32_t opened; /* conditions that were open at its first token */
	uint32_t reached; /* the same of the last one */
	uint32_t parted; /* how many enumerators ended with their branch, and without a comma */
};

static bool
is_mark(const struct vec *tokens, uint32_t at, const char *mark)
{
	return at < tokens->count &&
		header_lexer_is_mark(&VEC_AT(tokens, struct header_token, at), mark);
}

/* The number that an enumerator has at last, or why it has none. */
static struct header_result
store(const struct enum_body *body, struct header_result result)
{
	if (result.fault != HEADER_FAULT_NONE) {
		return result;
	}
	if (body->type == HEADER_TYPE_UNKNOWN) {
		result.number = header_number_fit(result.number.bits,
			result.number.is_unsigned && (int64_t)result.number.bits < 0);
		return result;
	}
	if (!header_number_fits(body->type, result.number)) {
		result.fault = HEADER_FAULT_ENUM_TYPE;
		return result;
	}
	(void)header_number_cast(body->type, &result.number);
	return result;
}

/* Where = stands outside of attributes; the count where there is none. */
static uint32_t
find_equals(const struct vec *tokens)
{
	uint32_t depth = 0;
	for (uint32_t i = 0; i < tokens->count; i++) {
		depth += is_mark(tokens, i, "(") || is_mark(tokens, i, "[") ? 1 : 0;
		depth -= depth > 0 && (is_mark(tokens, i, ")") || is_mark(tokens, i, "]")) ? 1 : 0;
		if (depth == 0 && is_mark(tokens, i, "=")) {
			return i;
		}
	}
	return tokens->count;
}

static bool
is_attribute(const struct header_token *token)
{
	return str_starts(header_lexer_text(token), STR("__"));
}

/* The value of the enumerator that the tokens are, or why there is none. */
static struct header_result
value_of(struct enum_body *body)
{
	const struct vec *tokens = body->tokens;
	uint32_t equals = find_equals(tokens);
	const struct header_token *first = tokens->items;
	if (body->is_broken) {
		return header_result_fail(HEADER_FAULT_NO_EXPRESSION, STR(""));
	}
	if (body->is_too_long) {
		return header_result_fail(HEADER_FAULT_TOO_LONG, STR(""));
	}
	if (first->kind != HEADER_NAME) {
		return header_result_fail(HEADER_FAULT_NO_NAME, STR(""));
	}
	if (is_mark(tokens, 1, "(") && !is_attribute(first)) {
		return header_result_fail(HEADER_FAULT_MACRO, STR(""));
	}
	if (equals == tokens->count) {
		return header_next_value(&body->reader->shape.next);
	}
	return header_expression_value(
		&body->reader->names, first + equals + 1, tokens->count - equals - 1);
}

/* The places of a value that comes from the same macro as its name; the name's if they are none. */
static void
place_value(struct enum_body *body, const struct header_token *name)
{
	uint32_t equals = find_equals(body->tokens);
	body->item.code_at = name->at;
	body->item.code_end = name->end;
	if (equals + 1 < body->tokens->count) {
		const struct header_token *first = name + equals + 1;
		const struct header_token *last = name + body->tokens->count - 1;
		if (first->at >= name->end && last->end > first->at) {
			body->item.code_at = first->at;
			body->item.code_end = last->end;
		}
	}
}

/* Puts the item where its tokens are: in the enum itself, or in the macro that it comes from. */
static void
place(struct enum_body *body, const struct header_token *name)
{
	struct header_item *item = &body->item;
	bool is_here = name->at >= item->at && name->at < item->end;
	item->name_at = name->at;
	item->name_end = name->end;
	if (!is_here) {
		item->at = name->at;
		item->end = name->end;
	}
	if (!body->has_value || !is_here || item->code_at <= name->at) {
		place_value(body, name);
	}
	if (item->end < item->code_end) {
		item->end = item->code_end;
	}
}

/* What stands between two tokens of an expression: a blank where they have two operands. */
static struct str
blank_of(const struct header_token *before, const struct header_token *token)
{
	bool is_behind_operand = before->kind != HEADER_MARK || header_lexer_is_mark(before, ")");
	bool is_sign = header_lexer_is_mark(token, "+") || header_lexer_is_mark(token, "-");
	bool parts = is_behind_operand && (is_sign || token->kind != HEADER_MARK);
	return parts ? STR(" ") : STR("");
}

/* How the value is spelt, where a spec can say that; else empty. */
static struct str
spelling_of(const struct enum_body *body)
{
	struct buf buf = {0};
	uint32_t first = find_equals(body->tokens) + 1;
	bool is_binary = false;
	for (uint32_t i = first; i < body->tokens->count; i++) {
		const struct header_token *token =
			&VEC_AT(body->tokens, const struct header_token, i);
		struct str blank = i == first ? STR("") : blank_of(token - 1, token);
		buf_add(&buf, is_binary ? STR(" ") : blank);
		buf_add(&buf, header_macro_word(&body->reader->macros, token));
		is_binary = blank.length > 0 && token->kind == HEADER_MARK;
	}
	struct str text = buf_keep(&body->reader->arena, &buf);
	return token_form(FIELD_EXPRESSION)->fits(text) ? text : STR("");
}

static void
end_enumerator(struct enum_body *body)
{
	struct header_reader *reader = body->reader;
	if (body->tokens->count == 0) {
		return;
	}
	const struct header_token *name = body->tokens->items;
	struct header_result result = store(body, value_of(body));
	result.is_doubtful = result.is_doubtful || body->crosses;
	place(body, name);
	body->item.name = header_macro_word(&reader->macros, name);
	body->item.group = body->group;
	body->item.scope = body->is_scoped ? body->scope : body->around;
	body->item.value = result.number;
	body->item.fault = result.fault;
	body->item.unknown = result.name;
	body->item.is_doubtful = result.is_doubtful;
	body->item.expression = result.fault == HEADER_FAULT_NAME ? spelling_of(body) : STR("");
	header_item_add(&reader->items, &body->item);
	if (!body->is_scoped && body->scope != body->around && result.fault == HEADER_FAULT_NONE) {
		header_constant_add(&reader->names.constants, body->scope, body->item.name,
			result.number, result.is_doubtful);
	}
	header_next_follow(&reader->shape.next, &result);
	header_condition_follow(
		&reader->conditions, body->opened, body->reached, &reader->shape.next);
	body->tokens->count = 0;
}

/* What began in the branch that ends now ends there, also without a comma. */
static void
part(struct enum_body *body)
{
	bool is_inner = header_condition_is_inner(&body->reader->conditions, body->opened);
	if (is_inner && body->tokens->count > 0) {
		end_enumerator(body);
		body->parted++;
	} else if (is_inner) {
		body->opened = body->reader->conditions.open.count;
	}
}

/* What goes on behind its branches is no enumerator that ended there. */
static void
unpart(struct enum_body *body)
{
	struct header_items *items = &body->reader->items;
	for (uint32_t i = header_item_count(items); body->parted > 0; i--) {
		struct header_item *item = header_item_at(items, i - 1);
		if (item->definition == NULL) {
			item->fault = HEADER_FAULT_NO_EXPRESSION;
			body->parted--;
		}
	}
}

/* Takes note of the token behind enumerators that ended with their branches. */
static void
follow_parted(struct enum_body *body, bool is_end)
{
	bool is_behind = body->reader->conditions.open.count < body->opened;
	if (body->tokens->count == 0 && is_behind && !is_end) {
		unpart(body);
	}
	body->parted = is_end ? 0 : body->parted;
}

static void
push(struct enum_body *body, struct header_token token)
{
	struct header_reader *reader = body->reader;
	if (body->tokens->count == 0) {
		body->item = (struct header_item){
			.at = reader->raw.at, .branch = reader->conditions.branch};
		body->has_value = false;
		body->is_too_long = false;
		body->depth = 0;
		body->braces = 0;
		body->crosses = false;
		body->opened = reader->conditions.open.count;
	} else if (!body->has_value && body->depth == 0 &&
		is_mark(body->tokens, body->tokens->count - 1, "=")) {
		body->has_value = true;
		body->item.code_at = reader->raw.at;
	}
	body->item.end = reader->raw.end;
	body->item.code_end = reader->raw.end;
	body->reached = reader->conditions.open.count;
	body->crosses = body->crosses || body->item.branch != reader->conditions.branch;
	if (body->tokens->count >= TOKENS_MOST) {
		body->is_too_long = true;
		return;
	}
	VEC_PUSH(body->tokens, &reader->arena, struct header_token, token);
}

/* Counts what the token opens or closes. */
static void
count_depth(struct enum_body *body, const struct header_token *token)
{
	bool opens_brace = header_lexer_is_mark(token, "{");
	bool closes_brace = header_lexer_is_mark(token, "}");
	bool opens =
		opens_brace || header_lexer_is_mark(token, "(") || header_lexer_is_mark(token, "[");
	bool closes = closes_brace || header_lexer_is_mark(token, ")") ||
		header_lexer_is_mark(token, "]");
	body->depth += opens ? 1 : 0;
	body->depth -= closes && body->depth > 0 ? 1 : 0;
	body->braces += opens_brace ? 1 : 0;
	body->braces -= closes_brace && body->braces > 0 ? 1 : 0;
}

/* Whether the token ends the enum, if only because nothing of an enum can go on behind it. */
static bool
ends_body(const struct enum_body *body, const struct header_token *token)
{
	bool is_brace =
		header_lexer_is_mark(token, "}") && (body->tokens->count == 0 || body->braces == 0);
	return token->kind == HEADER_END || is_brace || header_lexer_is_mark(token, ";");
}

static void
read_body(struct enum_body *body)
{
	for (;;) {
		struct header_token token = header_stream_next(body->reader);
		bool is_outside = body->tokens->count == 0 || body->depth == 0;
		bool is_end = ends_body(body, &token);
		bool is_last = is_end || (is_outside && header_lexer_is_mark(&token, ","));
		body->is_broken = header_lexer_is_mark(&token, ";");
		follow_parted(body, is_last);
		if (is_last) {
			end_enumerator(body);
		} else {
			push(body, token);
			count_depth(body, &token);
		}
		if (is_end) {
			return;
		}
	}
}

/* The name and the type that the statement says. */
static void
read_head(struct enum_body *body, struct header_group *group)
{
	const struct vec *tokens = &body->reader->statement.tokens;
	uint32_t at = 0;
	while (at < tokens->count &&
		!header_lexer_is_name(&VEC_AT(tokens, struct header_token, at), "enum")) {
		at++;
	}
	uint32_t colon = header_statement_find(&body->reader->statement, at, ":");
	for (uint32_t i = at + 1; i < colon; i++) {
		const struct header_token *token = &VEC_AT(tokens, struct header_token, i);
		bool is_word = header_lexer_is_name(token, "class") ||
			header_lexer_is_name(token, "struct");
		body->is_scoped = body->is_scoped || is_word;
		if (token->kind == HEADER_NAME && !is_word) {
			group->title = header_lexer_text(token);
			group->tag = group->title;
			group->title_at = token->at;
		}
	}
	if (colon + 1 < tokens->count) {
		const struct header_token *type = tokens->items;
		(void)header_type_read(&body->reader->names.types, type + colon + 1,
			tokens->count - colon - 1, &body->type);
	}
}

uint32_t
header_enum_read(struct header_reader *reader)
{
	struct header_group group = {0};
	struct enum_body body = {.reader = reader,
		.around = header_scope_here(&reader->names.scopes),
		.tokens = &reader->enumerator};
	read_head(&body, &group);
	body.scope = body.around;
	if (group.title.length > 0) {
		body.scope = header_scope_within(&reader->names.scopes, body.around, group.title);
		header_type_add(&reader->names.types, group.title, body.type);
	}
	if (body.is_scoped && body.type == HEADER_TYPE_UNKNOWN) {
		body.type = HEADER_TYPE_S32;
	}
	group.is_scoped = body.is_scoped;
	body.group = header_item_open_group(&reader->items, group);
	uint32_t depth = reader->names.scopes.depth;
	header_scope_open(&reader->names.scopes, body.scope);
	header_next_begin(&reader->shape.next);
	reader->enum_body = &body;
	reader->part = part;
	read_body(&body);
	reader->enum_body = NULL;
	header_scope_return(&reader->names.scopes, depth);
	return body.group;
}
