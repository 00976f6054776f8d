#include "read/header/header_expand.h"

#include "read/header/header_call.h"

/* What scratch memory may hold, in tokens. */
enum { SCRATCH_MOST = 20000 };

/* How many steps macros may lead to others. */
enum { DEPTH_MOST = 100 };

struct header_expansion
header_expand_open(struct header_macros *macros, const struct header_names *names)
{
	return (struct header_expansion){
		.macros = macros, .names = names, .depth_most = DEPTH_MOST};
}

void
header_expand_close(struct header_expansion *expansion)
{
	arena_free(&expansion->scratch);
}

void
header_expand_begin_within(struct header_expansion *expansion)
{
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
	header_expand_begin_within(expansion);
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
	return expansion->fuel.cuts > 0;
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

/* How the token is written; that of a macro's value as in the macro. */
static struct str
spelling_of(const struct header_expansion *expansion, const struct header_token *token)
{
	const struct header_macro *macro = header_macro_of(expansion->macros, token);
	return macro == NULL ? header_lexer_text(token) : macro->spelling;
}

/* Makes one token of the last of `out` and this one; none that means anything of a calculation. */
static void
paste(struct header_expansion *expansion, struct vec *out, struct header_token token)
{
	struct header_token *last = &VEC_AT(out, struct header_token, out->count - 1);
	struct str left = spelling_of(expansion, last);
	struct str right = spelling_of(expansion, &token);
	struct str unknown = STR("?");
	header_lexer_write(last,
		ARENA_JOIN(expansion->macros->arena, left.length > 0 ? left : unknown,
			right.length > 0 ? right : unknown));
	last->kind = last->kind == HEADER_VALUE ? HEADER_NUMBER : last->kind;
	last->is_doubtful = last->is_doubtful || token.is_doubtful;
	last->is_final = false;
	last->at = token.at > 0 ? token.at : last->at;
	last->end = token.end;
	header_fuel_spend(&expansion->fuel, last->length);
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
	const struct header_token *tokens = call->definition->tokens;
	uint32_t count = call->definition->count;
	for (uint32_t i = 0; i < count && expansion->fuel.burst > 0; i++) {
		header_fuel_spend(&expansion->fuel, 1);
		if (is_mark(tokens, count, i, "##")) {
			continue;
		}
		bool is_glued = i > 0 && is_mark(tokens, count, i - 1, "##");
		bool is_pasted = is_mark(tokens, count, i + 1, "##");
		uint32_t index = header_call_parameter(call, &tokens[i]);
		bool is_text = i > 0 && is_mark(tokens, count, i - 1, "#");
		if (is_text && out->count > 0) {
			VEC_AT(out, struct header_token, out->count - 1).kind = HEADER_STRING;
		} else if (index < call->definition->parameters.count) {
			put_argument(expansion, call, index, is_pasted, is_glued, out);
		} else if (is_glued && out->count > 0) {
			paste(expansion, out, tokens[i]);
		} else {
			put(expansion, out, tokens[i]);
		}
	}
}

/* Appends what a macro stands for, within which it is not looked up again. */
static void
expand_within(struct header_expansion *expansion, struct header_macro *macro,
	const struct header_token *tokens, uint32_t count, struct vec *out)
{
	macro->is_active = true;
	header_expand_tokens(expansion, tokens, count, out);
	macro->is_active = false;
}

/* The tokens from `from` on are in doubt if branches give the macro different bodies. */
static void
doubt(const struct header_macro *macro, struct vec *out, uint32_t from)
{
	bool is_doubtful = macro->live.count > 1 && header_macro_is_ambiguous(macro);
	for (uint32_t i = from; is_doubtful && i < out->count; i++) {
		VEC_AT(out, struct header_token, i).is_doubtful = true;
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
	uint32_t from = out->count;
	substitute(expansion, &call, &result);
	expand_within(expansion, macro, result.items, result.count, out);
	doubt(macro, out, from);
	return length + 2;
}

/* What changes whenever a macro may have another value; never 0. */
static uint32_t
generation(const struct header_expansion *expansion)
{
	return 1 + expansion->macros->changes + header_constant_count(&expansion->names->constants);
}

/* Whether the definition may have a value whatever stands around it. */
static bool
is_operand(const struct header_definition *definition)
{
	return !definition->is_function &&
		header_expression_is_operand(definition->tokens, definition->count);
}

/* The value of the tokens from `from` on, if they have one whatever stands around them. */
static bool
value_of(struct header_expansion *expansion, const struct vec *out, uint32_t from,
	struct header_result *result)
{
	if (out->count == from) {
		return false;
	}
	const struct header_token *tokens = &VEC_AT(out, struct header_token, from);
	uint32_t count = out->count - from;
	if (!header_expression_is_operand(tokens, count)) {
		return false;
	}
	header_fuel_spend(&expansion->fuel, count);
	*result = header_expression_value(expansion->names, tokens, count);
	return result->fault == HEADER_FAULT_NONE;
}

/* Whether another branch gives the macro another value. */
static bool
has_other_value(struct header_expansion *expansion, struct header_macro *macro)
{
	for (uint32_t i = 0; i < macro->live.count; i++) {
		const struct header_definition *definition = header_macro_definition(macro, i);
		struct header_result other;
		struct vec tokens = {0};
		if (i == macro->base) {
			continue;
		}
		if (!is_operand(definition)) {
			return true;
		}
		expand_within(expansion, macro, definition->tokens, definition->count, &tokens);
		if (!value_of(expansion, &tokens, 0, &other) || other.is_doubtful ||
			other.number.bits != macro->value.bits) {
			return true;
		}
	}
	return false;
}

/* Values the macro, whose base was expanded to the tokens from `from` on. */
static void
settle(struct header_expansion *expansion, struct header_macro *macro, const struct vec *out,
	uint32_t from)
{
	struct header_result result;
	macro->has_value =
		is_operand(header_macro_base(macro)) && value_of(expansion, out, from, &result);
	if (macro->has_value) {
		macro->value = result.number;
		macro->spelling = out->count - from == 1
			? spelling_of(expansion, &VEC_AT(out, struct header_token, from))
			: STR("");
		macro->is_doubtful = has_other_value(expansion, macro) || result.is_doubtful;
	}
	macro->generation = generation(expansion);
}

/* Appends the number that the macro is whatever stands around it, or else what its body gives. */
static void
expand_object(struct header_expansion *expansion, struct header_macro *macro,
	struct header_token token, struct vec *out)
{
	const struct header_definition *base = header_macro_base(macro);
	uint32_t from = out->count;
	uint32_t cuts = expansion->fuel.cuts;
	bool is_known = macro->generation == generation(expansion);
	if (!is_known || !macro->has_value) {
		expand_within(expansion, macro, base->tokens, base->count, out);
	}
	if (!is_known && cuts == expansion->fuel.cuts) {
		settle(expansion, macro, out, from);
		is_known = true;
	}
	if (!is_known || !macro->has_value) {
		doubt(macro, out, from);
		return;
	}
	out->count = from;
	token = header_lexer_value(token, macro->number, macro->value);
	token.is_doubtful = token.is_doubtful || macro->is_doubtful;
	header_expand_keep(expansion, out, token);
}

/* Expands the macro that the first token names; returns how many tokens it takes. */
static uint32_t
expand_macro(struct header_expansion *expansion, struct header_macro *macro,
	const struct header_token *tokens, uint32_t count, struct vec *out)
{
	if (!header_macro_definition(macro, 0)->is_function) {
		expand_object(expansion, macro, tokens[0], out);
		return 1;
	}
	uint32_t taken = expand_call(expansion, macro, tokens, count, out);
	if (taken == 0) {
		header_expand_keep(expansion, out, tokens[0]);
	}
	return taken > 0 ? taken : 1;
}

void
header_expand_tokens(struct header_expansion *expansion, const struct header_token *tokens,
	uint32_t count, struct vec *out)
{
	expansion->depth++;
	for (uint32_t i = 0; i < count && expansion->fuel.burst > 0;) {
		struct header_macro *macro = tokens[i].kind == HEADER_NAME && !tokens[i].is_final
			? header_macro_find(expansion->macros, header_lexer_text(&tokens[i]))
			: NULL;
		bool is_open = macro != NULL && !macro->is_active;
		header_fuel_spend(&expansion->fuel, 1);
		if (is_open && expansion->depth < expansion->depth_most) {
			i += expand_macro(expansion, macro, tokens + i, count - i, out);
			continue;
		}
		expansion->fuel.cuts += is_open ? 1 : 0;
		struct header_token token = tokens[i++];
		token.is_final = token.is_final || macro != NULL;
		header_expand_keep(expansion, out, token);
	}
	expansion->depth--;
}

void
header_expand_definition(struct header_expansion *expansion, struct header_macro *macro,
	const struct header_definition *definition, struct vec *out)
{
	expand_within(expansion, macro, definition->tokens, definition->count, out);
}

void
header_expand_settle(struct header_expansion *expansion, struct header_macro *macro)
{
	const struct header_definition *base = header_macro_base(macro);
	struct vec out = {0};
	if (is_operand(base)) {
		expand_object(expansion, macro, base->tokens[0], &out);
	}
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
