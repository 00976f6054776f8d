#include "read/header/header_expand.h"

#include "read/header/header_call.h"

/* What scratch memory may hold, in tokens. */
enum { SCRATCH_MOST = 200000 };

/* How many steps macros may lead to others. */
enum { DEPTH_MOST = 100 };

struct header_expansion
header_expand_open(struct header_macros *macros, const struct header_names *names, size_t size)
{
	return (struct header_expansion){.macros = macros,
		.names = names,
		.depth_most = DEPTH_MOST,
		.fuel = header_fuel_for(size)};
}

void
header_expand_close(struct header_expansion *expansion)
{
	arena_free(&expansion->scratch);
}

void
header_expand_begin_again(struct header_expansion *expansion)
{
	expansion->round++;
	header_fuel_begin(&expansion->fuel);
}

void
header_expand_begin(struct header_expansion *expansion)
{
	if (expansion->used > SCRATCH_MOST) {
		arena_free(&expansion->scratch);
		expansion->used = 0;
	}
	expansion->pending = (struct vec){0};
	expansion->taken = 0;
	header_expand_begin_again(expansion);
}

void
header_expand_keep(
	struct header_expansion *expansion, struct vec *tokens, struct header_token token)
{
	VEC_PUSH(tokens, &expansion->scratch, struct header_token, token);
	expansion->used++;
}

void
header_expand_limit(struct header_expansion *expansion, uint32_t steps)
{
	expansion->depth_most = steps == 0 ? DEPTH_MOST : steps;
}

bool
header_expand_is_spent(const struct header_expansion *expansion)
{
	return expansion->fuel.left == 0;
}

bool
header_expand_is_cut(const struct header_expansion *expansion)
{
	return expansion->fuel.is_cut;
}

/* The tokens of a definition's body, appended to `out`. */
static void
lex(struct header_expansion *expansion, const struct header_definition *definition, struct vec *out)
{
	struct header_lexer lexer = {.arena = expansion->macros->arena,
		.text = definition->body,
		.base = definition->body_at};
	struct header_token token = header_lexer_next(&lexer);
	for (; token.kind != HEADER_END && expansion->fuel.burst > 0;
		token = header_lexer_next(&lexer)) {
		header_expand_keep(expansion, out, token);
		header_fuel_spend(&expansion->fuel, 1);
	}
}

/* The value of one definition of a macro. */
static bool
value_of(struct header_expansion *expansion, const struct header_definition *definition,
	struct header_result *result)
{
	struct vec body = {0};
	if (definition->is_function) {
		return false;
	}
	lex(expansion, definition, &body);
	if (!header_expression_is_operand(body.items, body.count)) {
		return false;
	}
	struct vec tokens = {0};
	header_expand_tokens(expansion, body.items, body.count, &tokens);
	if (!header_expression_is_operand(tokens.items, tokens.count)) {
		return false;
	}
	*result = header_expression_value(expansion->names, tokens.items, tokens.count);
	return result->fault == HEADER_FAULT_NONE;
}

/* Values the macro in every branch that defines it; the first counts. */
static bool
settle_branches(struct header_expansion *expansion, struct header_macro *macro)
{
	struct header_result result;
	if (!value_of(expansion, header_macro_definition(macro, 0), &result)) {
		return false;
	}
	macro->value = result.number;
	macro->is_doubtful = result.is_doubtful;
	for (uint32_t i = 1; i < macro->live.count; i++) {
		struct header_result other;
		bool is_same = value_of(expansion, header_macro_definition(macro, i), &other) &&
			other.number.bits == result.number.bits;
		macro->is_doubtful = macro->is_doubtful || !is_same || other.is_doubtful;
	}
	return true;
}

/* What changes whenever a macro may have another value. */
static uint32_t
generation(const struct header_expansion *expansion)
{
	return expansion->macros->changes + header_constant_count(&expansion->names->constants);
}

bool
header_expand_settle(struct header_expansion *expansion, struct header_macro *macro)
{
	bool is_known = macro->memo != HEADER_MEMO_NONE &&
		macro->generation == generation(expansion) &&
		!(macro->memo == HEADER_MEMO_OPEN && macro->is_cut &&
			macro->round != expansion->round);
	if (!is_known) {
		bool was_cut = expansion->fuel.is_cut;
		expansion->fuel.is_cut = false;
		macro->is_active = true;
		bool has_value = settle_branches(expansion, macro);
		macro->is_active = false;
		macro->memo = has_value ? HEADER_MEMO_VALUE : HEADER_MEMO_OPEN;
		macro->generation = generation(expansion);
		macro->round = expansion->round;
		macro->is_cut = expansion->fuel.is_cut;
		expansion->fuel.is_cut = expansion->fuel.is_cut || was_cut;
	}
	return macro->memo == HEADER_MEMO_VALUE;
}

static void
put(struct header_expansion *expansion, struct vec *out, struct header_token token)
{
	header_expand_keep(expansion, out, token);
	header_fuel_spend(&expansion->fuel, 1);
}

static bool
is_mark(const struct header_token *tokens, uint32_t count, uint32_t at, const char *mark)
{
	return at < count && header_lexer_is_mark(&tokens[at], mark);
}

/* Expands what stands in the place of a macro, which is not looked up again within. */
static void
replace(struct header_expansion *expansion, struct header_macro *macro, struct vec *tokens,
	struct vec *out)
{
	uint32_t from = out->count;
	macro->is_active = true;
	header_expand_tokens(expansion, tokens->items, tokens->count, out);
	macro->is_active = false;
	for (uint32_t i = from;
		macro->live.count > 1 && header_macro_is_ambiguous(macro) && i < out->count; i++) {
		VEC_AT(out, struct header_token, i).is_doubtful = true;
	}
}

/* Puts the number in the macro's place, if it is one whatever stands around it. */
static bool
put_value(struct header_expansion *expansion, struct header_macro *macro, struct header_token token,
	struct vec *out)
{
	if (!header_expand_settle(expansion, macro)) {
		return false;
	}
	token.kind = HEADER_VALUE;
	token.value = macro->value;
	token.is_doubtful = token.is_doubtful || macro->is_doubtful;
	put(expansion, out, token);
	return true;
}

/* Makes one token of the last of `out` and this one. */
static void
paste(struct header_expansion *expansion, struct vec *out, struct header_token token)
{
	struct header_token *last = &VEC_AT(out, struct header_token, out->count - 1);
	last->text = ARENA_JOIN(expansion->macros->arena, last->text, token.text);
	last->is_final = false;
	last->at = token.at > 0 ? token.at : last->at;
	last->end = token.end;
	size_t length = last->text.length;
	header_fuel_spend(&expansion->fuel, length);
}

/* Puts an argument, expanded unless it is pasted to what is before or behind it. */
static void
put_argument(struct header_expansion *expansion, const struct header_call *call, uint32_t index,
	bool is_pasted, bool is_glued, struct vec *out)
{
	uint32_t count;
	const struct header_token *tokens = header_call_argument(call, index, &count);
	if (!is_pasted && !is_glued) {
		header_expand_tokens(expansion, tokens, count, out);
		return;
	}
	for (uint32_t i = 0; i < count && expansion->fuel.burst > 0; i++) {
		struct header_token token = tokens[i];
		if (i == 0 && is_glued && out->count > 0) {
			paste(expansion, out, token);
		} else {
			put(expansion, out, token);
		}
	}
}

/* The body with the arguments in it. */
static void
substitute(struct header_expansion *expansion, const struct header_call *call, struct vec *out)
{
	struct vec body = {0};
	lex(expansion, call->definition, &body);
	const struct header_token *tokens = body.items;
	for (uint32_t i = 0; i < body.count && expansion->fuel.burst > 0; i++) {
		struct header_token token = tokens[i];
		if (is_mark(tokens, body.count, i, "##")) {
			continue;
		}
		bool is_glued = i > 0 && is_mark(tokens, body.count, i - 1, "##");
		bool is_pasted = is_mark(tokens, body.count, i + 1, "##");
		uint32_t index = header_call_parameter(call, &token);
		bool is_text = i > 0 && is_mark(tokens, body.count, i - 1, "#");
		if (is_text && out->count > 0) {
			VEC_AT(out, struct header_token, out->count - 1).kind = HEADER_STRING;
		} else if (index < call->definition->parameters.count) {
			put_argument(expansion, call, index, is_pasted, is_glued, out);
		} else if (is_glued && out->count > 0) {
			paste(expansion, out, token);
		} else {
			put(expansion, out, token);
		}
	}
}

/* Expands a call at the start of the tokens; returns how many of them it is, or 0. */
static uint32_t
expand_call(struct header_expansion *expansion, struct header_macro *macro,
	const struct header_token *tokens, uint32_t count, struct vec *out)
{
	if (!is_mark(tokens, count, 1, "(")) {
		return 0;
	}
	struct header_call call = {header_macro_definition(macro, 0), tokens + 2, {0}};
	uint32_t length = header_call_read(&call, &expansion->scratch, count - 2);
	if (length == 0) {
		return 0;
	}
	struct vec result = {0};
	substitute(expansion, &call, &result);
	replace(expansion, macro, &result, out);
	return length + 2;
}

/* Expands the macro that the first token names; returns how many tokens it takes. */
static uint32_t
expand_macro(struct header_expansion *expansion, struct header_macro *macro,
	const struct header_token *tokens, uint32_t count, struct vec *out)
{
	const struct header_definition *first = header_macro_definition(macro, 0);
	if (first->is_function) {
		uint32_t taken = expand_call(expansion, macro, tokens, count, out);
		if (taken == 0) {
			put(expansion, out, tokens[0]);
		}
		return taken > 0 ? taken : 1;
	}
	if (!put_value(expansion, macro, tokens[0], out)) {
		struct vec body = {0};
		lex(expansion, first, &body);
		replace(expansion, macro, &body, out);
	}
	return 1;
}

void
header_expand_tokens(struct header_expansion *expansion, const struct header_token *tokens,
	uint32_t count, struct vec *out)
{
	expansion->depth++;
	for (uint32_t i = 0; i < count && expansion->fuel.burst > 0;) {
		struct header_macro *macro = tokens[i].kind == HEADER_NAME && !tokens[i].is_final
			? header_macro_find(expansion->macros, tokens[i].text)
			: NULL;
		bool is_open = macro != NULL && !macro->is_active;
		expansion->fuel.is_cut = expansion->fuel.is_cut ||
			(is_open && expansion->depth >= expansion->depth_most);
		if (is_open && expansion->depth < expansion->depth_most) {
			i += expand_macro(expansion, macro, tokens + i, count - i, out);
			continue;
		}
		struct header_token token = tokens[i++];
		token.is_final = token.is_final || macro != NULL;
		put(expansion, out, token);
	}
	expansion->depth--;
}

uint32_t
header_expand_definition(struct header_expansion *expansion, struct header_macro *macro,
	const struct header_definition *definition, struct vec *out)
{
	struct vec body = {0};
	lex(expansion, definition, &body);
	macro->is_active = true;
	header_expand_tokens(expansion, body.items, body.count, out);
	macro->is_active = false;
	return body.count;
}

void
header_expand_pend(
	struct header_expansion *expansion, const struct header_token *tokens, uint32_t count)
{
	header_expand_tokens(expansion, tokens, count, &expansion->pending);
}

bool
header_expand_next(struct header_expansion *expansion, struct header_token *token)
{
	bool is_there = expansion->taken < expansion->pending.count;
	if (is_there) {
		*token = VEC_AT(&expansion->pending, struct header_token, expansion->taken++);
	}
	return is_there;
}
