#include "read/header/header_expression.h"
#include "read/header/header_macro.h"

/* A use of a macro with arguments. */
struct call {
	const struct header_definition *definition;
	const struct header_token *tokens; /* from behind the parenthesis on */
	struct vec starts; /* uint32_t: where each argument begins; and behind the last comma's */
};

static void
put(struct header_reader *reader, struct vec *out, struct header_token token)
{
	VEC_PUSH(out, &reader->scratch, struct header_token, token);
	reader->used++;
	reader->burst -= reader->burst > 0 ? 1 : 0;
	reader->fuel -= reader->fuel > 0 ? 1 : 0;
	reader->is_cut = reader->is_cut || reader->burst == 0;
}

static bool
is_mark(const struct header_token *tokens, uint32_t count, uint32_t at, const char *mark)
{
	return at < count && header_lexer_is_mark(&tokens[at], mark);
}

/* Where branches give it different bodies. */
static bool
is_doubtful(const struct header_macro *macro)
{
	const struct header_definition *first =
		VEC_AT(&macro->live, const struct header_definition *, 0);
	for (uint32_t i = 1; i < macro->live.count; i++) {
		if (!str_equal(first->body,
			    VEC_AT(&macro->live, const struct header_definition *, i)->body)) {
			return true;
		}
	}
	return false;
}

/* Expands what stands in the place of a macro, which is not looked up again within. */
static void
replace(struct header_reader *reader, struct header_macro *macro, struct vec *tokens,
	struct vec *out)
{
	uint32_t from = out->count;
	macro->is_active = true;
	header_macro_expand(reader, tokens->items, tokens->count, out);
	macro->is_active = false;
	for (uint32_t i = from; macro->live.count > 1 && is_doubtful(macro) && i < out->count;
		i++) {
		VEC_AT(out, struct header_token, i).is_doubtful = true;
	}
}

/* Puts the number in the macro's place, if it is one whatever stands around it. */
static bool
put_value(struct header_reader *reader, struct header_macro *macro, struct header_token token,
	struct vec *out)
{
	if (!header_expression_settle(reader, macro)) {
		return false;
	}
	token.kind = HEADER_VALUE;
	token.value = macro->value;
	token.is_doubtful = token.is_doubtful || macro->is_doubtful;
	put(reader, out, token);
	return true;
}

/* Finds the arguments; returns how many tokens they and the last parenthesis take, or 0. */
static uint32_t
find_arguments(struct header_reader *reader, struct call *call, const struct header_token *tokens,
	uint32_t count)
{
	uint32_t depth = 1;
	VEC_PUSH(&call->starts, &reader->scratch, uint32_t, 0);
	for (uint32_t i = 0; i < count; i++) {
		bool splits = depth == 1 && header_lexer_is_mark(&tokens[i], ",");
		depth += header_lexer_is_mark(&tokens[i], "(") ? 1 : 0;
		depth -= header_lexer_is_mark(&tokens[i], ")") ? 1 : 0;
		if (splits || depth == 0) {
			VEC_PUSH(&call->starts, &reader->scratch, uint32_t, i + 1);
		}
		if (depth == 0) {
			return i + 1;
		}
	}
	return 0;
}

/* Which parameter the token is; the count of them where it is none. */
static uint32_t
parameter_of(const struct call *call, const struct header_token *token)
{
	const struct vec *names = &call->definition->parameters;
	uint32_t i = 0;
	while (i < names->count &&
		!(token->kind == HEADER_NAME &&
			str_equal(token->text, VEC_AT(names, struct str, i)))) {
		i++;
	}
	return i;
}

/* The tokens of an argument; the last of a variadic macro takes all that are left. */
static struct vec
argument(const struct call *call, uint32_t index)
{
	uint32_t given = call->starts.count - 1;
	bool is_rest =
		call->definition->is_variadic && index + 1 == call->definition->parameters.count;
	if (index >= given) {
		return (struct vec){NULL, 0, 0};
	}
	uint32_t from = VEC_AT(&call->starts, uint32_t, index);
	uint32_t end = VEC_AT(&call->starts, uint32_t, is_rest ? given : index + 1) - 1;
	struct header_token *items = (struct header_token *)(uintptr_t)(call->tokens + from);
	return (struct vec){items, end - from, end - from};
}

/* Makes one token of the last of `out` and this one. */
static void
paste(struct header_reader *reader, struct vec *out, struct header_token token)
{
	struct header_token *last = &VEC_AT(out, struct header_token, out->count - 1);
	last->text = ARENA_JOIN(reader->arena, last->text, token.text);
	last->is_final = false;
	last->at = token.at > 0 ? token.at : last->at;
	last->end = token.end;
	size_t length = last->text.length;
	reader->burst -= reader->burst < length ? reader->burst : (uint32_t)length;
	reader->fuel -= reader->fuel < length ? reader->fuel : length;
}

/* Puts an argument, expanded unless it is pasted to what is before or behind it. */
static void
put_argument(struct header_reader *reader, const struct call *call, uint32_t index, bool is_pasted,
	bool is_glued, struct vec *out)
{
	struct vec tokens = argument(call, index);
	if (!is_pasted && !is_glued) {
		header_macro_expand(reader, tokens.items, tokens.count, out);
		return;
	}
	for (uint32_t i = 0; i < tokens.count && reader->burst > 0; i++) {
		struct header_token token = VEC_AT(&tokens, struct header_token, i);
		if (i == 0 && is_glued && out->count > 0) {
			paste(reader, out, token);
		} else {
			put(reader, out, token);
		}
	}
}

/* The body with the arguments in it. */
static void
substitute(struct header_reader *reader, const struct call *call, struct vec *out)
{
	struct vec body = {0};
	header_macro_lex(reader, call->definition, &body);
	const struct header_token *tokens = body.items;
	for (uint32_t i = 0; i < body.count && reader->burst > 0; i++) {
		struct header_token token = tokens[i];
		if (is_mark(tokens, body.count, i, "##")) {
			continue;
		}
		bool is_glued = i > 0 && is_mark(tokens, body.count, i - 1, "##");
		bool is_pasted = is_mark(tokens, body.count, i + 1, "##");
		uint32_t index = parameter_of(call, &token);
		bool is_text = i > 0 && is_mark(tokens, body.count, i - 1, "#");
		if (is_text && out->count > 0) {
			VEC_AT(out, struct header_token, out->count - 1).kind = HEADER_STRING;
		} else if (index < call->definition->parameters.count) {
			put_argument(reader, call, index, is_pasted, is_glued, out);
		} else if (is_glued && out->count > 0) {
			paste(reader, out, token);
		} else {
			put(reader, out, token);
		}
	}
}

/* Expands a call at the start of the tokens; returns how many of them it is, or 0. */
static uint32_t
expand_call(struct header_reader *reader, struct header_macro *macro,
	const struct header_token *tokens, uint32_t count, struct vec *out)
{
	if (!is_mark(tokens, count, 1, "(")) {
		return 0;
	}
	struct call call = {
		VEC_AT(&macro->live, const struct header_definition *, 0), tokens + 2, {0}};
	uint32_t length = find_arguments(reader, &call, tokens + 2, count - 2);
	if (length == 0) {
		return 0;
	}
	struct vec result = {0};
	substitute(reader, &call, &result);
	replace(reader, macro, &result, out);
	return length + 2;
}

/* Expands the macro that the first token names; returns how many tokens it takes. */
static uint32_t
expand_macro(struct header_reader *reader, struct header_macro *macro,
	const struct header_token *tokens, uint32_t count, struct vec *out)
{
	const struct header_definition *first =
		VEC_AT(&macro->live, const struct header_definition *, 0);
	if (first->is_function) {
		uint32_t taken = expand_call(reader, macro, tokens, count, out);
		if (taken == 0) {
			put(reader, out, tokens[0]);
		}
		return taken > 0 ? taken : 1;
	}
	if (!put_value(reader, macro, tokens[0], out)) {
		struct vec body = {0};
		header_macro_lex(reader, first, &body);
		replace(reader, macro, &body, out);
	}
	return 1;
}

void
header_macro_expand(struct header_reader *reader, const struct header_token *tokens, uint32_t count,
	struct vec *out)
{
	reader->depth++;
	for (uint32_t i = 0; i < count && reader->burst > 0;) {
		struct header_macro *macro = tokens[i].kind == HEADER_NAME && !tokens[i].is_final
			? header_macro_find(reader, tokens[i].text)
			: NULL;
		bool is_open = macro != NULL && !macro->is_active;
		reader->is_cut = reader->is_cut || (is_open && reader->depth >= reader->depth_most);
		if (is_open && reader->depth < reader->depth_most) {
			i += expand_macro(reader, macro, tokens + i, count - i, out);
			continue;
		}
		struct header_token token = tokens[i++];
		token.is_final = token.is_final || macro != NULL;
		put(reader, out, token);
	}
	reader->depth--;
}
