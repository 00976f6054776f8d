#include "read/header/header_directive.h"

#include "read/header/header_condition.h"
#include "read/header/header_item.h"

/* Conditions that are nested deeper are not followed. */
enum { DEPTH_MOST = 100 };

static struct header_condition *
innermost(const struct header_reader *reader)
{
	return reader->conditions.count == 0 ? NULL
					     : &VEC_AT(&reader->conditions, struct header_condition,
						       reader->conditions.count - 1);
}

bool
header_directive_is_live(const struct header_reader *reader)
{
	const struct header_condition *condition = innermost(reader);
	return reader->too_deep == 0 && (condition == NULL || condition->state != HEADER_DEAD);
}

static void
report(struct header_reader *reader, uint32_t at, uint32_t end, struct str what)
{
	struct span span = {reader->file.source, at, end - at};
	DIAG(reader->adopt->sink, ERRSPEC_HEADER_UNBALANCED, span, what);
}

/* Begins a branch: `state` is what its condition says. */
static void
enter(struct header_reader *reader, struct header_condition *condition, enum header_state state)
{
	if (condition->is_dead_around || condition->was_live) {
		state = HEADER_DEAD;
	} else if (state == HEADER_LIVE && condition->was_maybe) {
		state = HEADER_MAYBE;
		condition->was_live = true;
	}
	condition->state = (uint8_t)state;
	condition->was_live = condition->was_live || state == HEADER_LIVE;
	condition->was_maybe = condition->was_maybe || state == HEADER_MAYBE;
	reader->branch = condition->around;
	if (state == HEADER_MAYBE) {
		reader->branch = header_branch_add(reader->arena, condition->around);
	}
}

/* Ends a branch: the enumerator that comes next is in doubt if branches count on differently. */
static void
leave(struct header_reader *reader, struct header_condition *condition)
{
	if (condition->state == HEADER_DEAD) {
		return;
	}
	uint64_t next = reader->shape.next.bits;
	if (condition->has_exit && condition->exit.bits != next) {
		reader->shape.is_next_doubtful = true;
	}
	condition->has_exit = true;
	condition->exit = reader->shape.next;
}

static void
open(struct header_reader *reader, enum header_state state, struct str guard)
{
	bool is_dead = !header_directive_is_live(reader);
	if (reader->conditions.count >= DEPTH_MOST) {
		reader->too_deep++;
		if (reader->too_deep == 1 && !is_dead) {
			struct span span = {reader->file.source, reader->raw.at, 1};
			DIAG(reader->adopt->sink, ERRSPEC_HEADER_NOT_UNDERSTOOD, span, STR("#if"),
				header_fault_phrase(reader->arena, HEADER_FAULT_NESTING, STR("")));
		}
		return;
	}
	struct header_condition condition = {.is_dead_around = is_dead,
		.guard = guard,
		.around = reader->branch,
		.shape = reader->shape,
		.scopes = reader->names.scopes.depth,
		.at = reader->raw.at};
	enter(reader, &condition, state);
	VEC_PUSH(&reader->conditions, reader->arena, struct header_condition, condition);
}

static void
take_if(struct header_reader *reader)
{
	bool is_live = header_directive_is_live(reader);
	open(reader, is_live ? header_condition_judge(reader) : HEADER_DEAD, STR(""));
}

static void
take_ifdef(struct header_reader *reader, bool is_negative)
{
	bool is_live = header_directive_is_live(reader);
	struct header_token name = header_raw_line(&reader->raw);
	enum header_state state = is_live
		? header_macro_state(&reader->macros, name.text, reader->branch)
		: HEADER_DEAD;
	if (is_negative && state != HEADER_MAYBE) {
		state = state == HEADER_LIVE ? HEADER_DEAD : HEADER_LIVE;
	}
	reader->guard = is_negative ? name.text : STR("");
	reader->guarded = reader->directives;
	open(reader, state, is_negative ? name.text : STR(""));
}

/* #elif, #elifdef and so on, and #else. */
static void
take_else(struct header_reader *reader, struct str name)
{
	struct header_condition *condition = innermost(reader);
	if (condition == NULL) {
		report(reader, reader->raw.at, reader->raw.end, name);
	}
	if (condition == NULL || reader->too_deep > 0) {
		return;
	}
	leave(reader, condition);
	if (condition->state != HEADER_DEAD && !condition->is_dead_around) {
		bool is_doubtful = reader->shape.is_next_doubtful;
		reader->shape = condition->shape;
		header_scope_return(&reader->names.scopes, condition->scopes);
		reader->shape.is_next_doubtful = is_doubtful;
	}
	reader->branch = condition->around;
	condition->guard = STR("");
	enum header_state state = HEADER_LIVE;
	if (!condition->is_dead_around && !condition->was_live && str_equal(name, STR("elif"))) {
		state = header_condition_judge(reader);
	} else if (str_starts(name, STR("elif"))) {
		state = HEADER_MAYBE;
	}
	enter(reader, innermost(reader), state);
}

static void
take_endif(struct header_reader *reader)
{
	struct header_condition *condition = innermost(reader);
	if (reader->too_deep > 0) {
		reader->too_deep--;
		return;
	}
	if (condition == NULL) {
		report(reader, reader->raw.at, reader->raw.end, STR("endif"));
		return;
	}
	leave(reader, condition);
	if (condition->was_maybe && !condition->was_live && condition->has_exit &&
		condition->exit.bits != condition->shape.next.bits) {
		reader->shape.is_next_doubtful = true;
	}
	if (condition->guard.length > 0 && condition->state == HEADER_MAYBE) {
		header_macro_hoist(&reader->macros, condition->guard, reader->branch);
	}
	reader->branch = condition->around;
	reader->conditions.count--;
}

/* The names between the parentheses of a macro with parameters. */
static void
read_parameters(struct header_reader *reader, struct header_definition *definition)
{
	for (;;) {
		struct header_token token = header_raw_line(&reader->raw);
		if (token.kind == HEADER_END || header_lexer_is_mark(&token, ")")) {
			return;
		}
		bool is_rest = header_lexer_is_mark(&token, "...");
		definition->is_variadic = definition->is_variadic || is_rest;
		if (token.kind == HEADER_NAME || is_rest) {
			VEC_PUSH(&definition->parameters, reader->arena, struct str,
				is_rest ? STR("__VA_ARGS__") : token.text);
		}
	}
}

/* Whether a #define is that of an include guard: of the #ifndef directly before it. */
static bool
is_guard(const struct header_reader *reader, struct str name)
{
	bool is_first = reader->directives == 1;
	bool is_called_so = str_ends(name, STR("_H")) || str_ends(name, STR("_H_")) ||
		str_ends(name, STR("_H__")) || str_ends(name, STR("_HPP")) ||
		str_ends(name, STR("_INCLUDED"));
	return reader->guarded + 1 == reader->directives && str_equal(reader->guard, name) &&
		(is_first || is_called_so);
}

static void
take_define(struct header_reader *reader, uint32_t at)
{
	struct header_token name = header_raw_line(&reader->raw);
	struct header_definition *definition = arena_alloc(reader->arena, sizeof(*definition));
	if (name.kind != HEADER_NAME) {
		return;
	}
	struct header_token token = header_raw_line(&reader->raw);
	if (header_lexer_is_mark(&token, "(") && !token.follows_blank) {
		definition->is_function = true;
		read_parameters(reader, definition);
		token = header_raw_line(&reader->raw);
	}
	uint32_t from = token.at;
	uint32_t end = from;
	struct vec tokens = {0};
	for (; token.kind != HEADER_END; token = header_raw_line(&reader->raw)) {
		header_expand_keep(&reader->expansion, &tokens, token);
		end = token.end;
	}
	header_macro_fill(&reader->macros, definition, &tokens);
	definition->body = (struct str){reader->file.text.data + from, end - from};
	definition->body_at = from;
	definition->branch = reader->branch;
	header_macro_define(&reader->macros, name.text, definition);
	if (!definition->is_function && end > from && !is_guard(reader, name.text)) {
		header_item_define(reader, &name, definition, at, end);
	}
}

/* Whether the directive opens, parts or closes a condition, which it then did. */
static bool
take_condition(struct header_reader *reader, struct str name)
{
	if (str_equal(name, STR("if"))) {
		take_if(reader);
	} else if (str_equal(name, STR("ifdef")) || str_equal(name, STR("ifndef"))) {
		take_ifdef(reader, name.length == 6);
	} else if (str_starts(name, STR("elif")) || str_equal(name, STR("else"))) {
		take_else(reader, name);
	} else if (str_equal(name, STR("endif"))) {
		take_endif(reader);
	} else {
		return false;
	}
	return true;
}

static void
take_undef(struct header_reader *reader)
{
	struct header_token name = header_raw_line(&reader->raw);
	if (name.kind == HEADER_NAME) {
		header_macro_undefine(&reader->macros, name.text, reader->branch);
	}
}

void
header_directive_take(struct header_reader *reader)
{
	uint32_t at = reader->raw.at;
	struct header_token name = header_raw_line(&reader->raw);
	if (name.kind == HEADER_NAME && !take_condition(reader, name.text) &&
		header_directive_is_live(reader)) {
		if (str_equal(name.text, STR("define"))) {
			take_define(reader, at);
		} else if (str_equal(name.text, STR("undef"))) {
			take_undef(reader);
		}
	}
	while (header_raw_line(&reader->raw).kind != HEADER_END) {
	}
	reader->directives++;
}

void
header_directive_end(struct header_reader *reader)
{
	for (uint32_t i = 0; i < reader->conditions.count; i++) {
		const struct header_condition *condition =
			&VEC_AT(&reader->conditions, struct header_condition, i);
		report(reader, condition->at, condition->at + 1, STR("if"));
	}
}
