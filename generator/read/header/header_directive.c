#include "read/header/header_directive.h"

#include "base/buf.h"
#include "read/header/header_judge.h"
#include "errspec.h"

static void
report(struct header_reader *reader, uint32_t at, uint32_t end, struct str what)
{
	struct span span = {reader->file.source, at, end - at};
	DIAG(reader->load->sink, ERRSPEC_HEADER_UNBALANCED, span, what);
}

static void
open(struct header_reader *reader, enum header_state state, struct str guard, struct str asks)
{
	struct header_condition begin = {.guard = guard,
		.asks = asks,
		.shape = reader->shape,
		.scopes = reader->names.scopes.depth,
		.at = reader->raw.at};
	if (!header_condition_open(&reader->conditions, &begin, state)) {
		struct span span = {reader->file.source, reader->raw.at, 1};
		DIAG_PLAIN(reader->load->sink, ERRSPEC_HEADER_NESTING, span);
	}
}

/* The tokens that are left in the line, as they are written, with a blank for all between two. */
static struct str
rest_of_line(struct header_reader *reader)
{
	struct header_raw ahead = reader->raw;
	struct buf buf = {0};
	ahead.lexer.comments = NULL;
	struct header_token token = header_raw_line(&ahead);
	for (; token.kind != HEADER_END; token = header_raw_line(&ahead)) {
		buf_add(&buf, buf.length > 0 && token.follows_blank ? STR(" ") : STR(""));
		buf_add(&buf, header_lexer_text(&token));
	}
	return buf_keep(&reader->arena, &buf);
}

/* The same as the name of a macro that has to be defined, or must not be. */
static struct str
asks_name(struct header_reader *reader, bool is_negative)
{
	return ARENA_JOIN(&reader->arena, is_negative ? STR("!defined(") : STR("defined("),
		rest_of_line(reader), STR(")"));
}

static void
take_if(struct header_reader *reader)
{
	bool is_live = header_condition_is_live(&reader->conditions);
	struct str asks = is_live ? rest_of_line(reader) : STR("");
	open(reader, is_live ? header_judge_line(reader) : HEADER_DEAD, STR(""), asks);
}

static void
take_ifdef(struct header_reader *reader, bool is_negative)
{
	bool is_live = header_condition_is_live(&reader->conditions);
	struct str asks = is_live ? asks_name(reader, is_negative) : STR("");
	struct header_token name = header_raw_line(&reader->raw);
	struct str guard = is_negative ? header_lexer_text(&name) : STR("");
	enum header_state state = is_live
		? header_macro_state(
			  &reader->macros, header_lexer_text(&name), reader->conditions.branch)
		: HEADER_DEAD;
	if (is_negative && state != HEADER_MAYBE) {
		state = state == HEADER_LIVE ? HEADER_DEAD : HEADER_LIVE;
	}
	open(reader, state, guard, asks);
}

/* What is being read may end with its branch. */
static void
end_branch(struct header_reader *reader)
{
	if (reader->enum_body != NULL) {
		reader->part(reader->enum_body);
	}
}

/* #elif, #elifdef and so on, and #else. */
static void
take_else(struct header_reader *reader, struct str name)
{
	if (!header_condition_is_open(&reader->conditions)) {
		report(reader, reader->raw.at, reader->raw.end, name);
		return;
	}
	enum header_state state = HEADER_LIVE;
	struct str asks = str_equal(name, STR("elif")) ? rest_of_line(reader)
		: str_starts(name, STR("elif"))        ? asks_name(reader, name.length == 8)
						       : STR("");
	end_branch(reader);
	bool is_judged =
		header_condition_turn(&reader->conditions, &reader->shape, &reader->names.scopes);
	if (is_judged && str_equal(name, STR("elif"))) {
		state = header_judge_line(reader);
	} else if (str_starts(name, STR("elif"))) {
		state = HEADER_MAYBE;
	}
	header_condition_enter(&reader->conditions, state, asks);
}

static void
take_endif(struct header_reader *reader)
{
	if (!header_condition_is_open(&reader->conditions)) {
		report(reader, reader->raw.at, reader->raw.end, STR("endif"));
		return;
	}
	end_branch(reader);
	struct str guard = header_condition_guard(&reader->conditions);
	if (guard.length > 0) {
		header_macro_hoist(&reader->macros, guard, reader->conditions.branch);
	}
	header_condition_close(&reader->conditions, &reader->shape);
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
			VEC_PUSH(&definition->parameters, &reader->arena, struct str,
				is_rest ? STR("__VA_ARGS__") : header_lexer_text(&token));
		}
	}
}

static void
take_define(struct header_reader *reader, uint32_t at)
{
	struct header_token name = header_raw_line(&reader->raw);
	struct header_definition *definition = arena_alloc(&reader->arena, sizeof(*definition));
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
	for (; token.kind != HEADER_END; token = header_raw_line(&reader->raw)) {
		header_macro_add(&reader->macros, token);
		end = token.end;
	}
	header_macro_fill(&reader->macros, definition);
	definition->body = (struct str){reader->file.text.data + from, end - from};
	definition->body_at = from;
	definition->branch = reader->conditions.branch;
	header_macro_define(&reader->macros, header_lexer_text(&name), definition);
	header_condition_give(&reader->conditions, header_lexer_text(&name));
	if (!definition->is_function && end > from &&
		!header_condition_is_guard(&reader->conditions, header_lexer_text(&name))) {
		header_item_define(&reader->items, &name, definition, at, end);
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
		header_macro_undefine(
			&reader->macros, header_lexer_text(&name), reader->conditions.branch);
	}
}

void
header_directive_take(struct header_reader *reader)
{
	uint32_t at = reader->raw.at;
	reader->conditions.at = at;
	struct header_token name = header_raw_line(&reader->raw);
	if (name.kind == HEADER_NAME && !take_condition(reader, header_lexer_text(&name)) &&
		header_condition_is_live(&reader->conditions)) {
		if (str_equal(header_lexer_text(&name), STR("define"))) {
			take_define(reader, at);
		} else if (str_equal(header_lexer_text(&name), STR("undef"))) {
			take_undef(reader);
		} else if (str_starts(header_lexer_text(&name), STR("include"))) {
			reader->shape.next.is_known = false; /* enumerators may be included */
		}
	}
	while (header_raw_line(&reader->raw).kind != HEADER_END) {
	}
	header_condition_count(&reader->conditions);
}

void
header_directive_end(struct header_reader *reader)
{
	for (uint32_t i = 0; i < reader->conditions.open.count; i++) {
		uint32_t at = VEC_AT(&reader->conditions.open, struct header_condition, i).at;
		report(reader, at, at + 1, STR("if"));
	}
}
