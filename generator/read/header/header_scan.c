#include "read/header/header_scan.h"

#include "read/header/header_declaration.h"
#include "read/header/header_enum.h"
#include "read/header/header_stream.h"

/* Longer statements are no constants; their rest is not kept. */
enum { STATEMENT_MOST = 4000 };

/* Where the statement that is being collected stands. */
struct scan {
	struct header_reader *reader;
	uint32_t at; /* in bytes, as the next one */
	uint32_t end;
	uint32_t tail_group; /* the enum that it is the end of, or HEADER_LOOSE */
	bool is_typedef; /* that enum stands in a typedef */
};

static void
clear(struct scan *scan)
{
	scan->reader->statement.count = 0;
	scan->reader->is_too_long = false;
	scan->reader->shape.parentheses = 0;
	scan->tail_group = (uint32_t)HEADER_LOOSE;
}

static void
push(struct scan *scan, struct header_token token)
{
	struct header_reader *reader = scan->reader;
	if (reader->statement.count == 0) {
		scan->at = reader->raw.at;
	}
	scan->end = reader->raw.end;
	if (reader->statement.count >= STATEMENT_MOST) {
		reader->is_too_long = true;
		return;
	}
	VEC_PUSH(&reader->statement, reader->arena, struct header_token, token);
}

static bool
has_mark(const struct header_reader *reader, const char *mark)
{
	for (uint32_t i = 0; i < reader->statement.count; i++) {
		if (header_lexer_is_mark(
			    &VEC_AT(&reader->statement, struct header_token, i), mark)) {
			return true;
		}
	}
	return false;
}

/* Whether = stands outside of parentheses. */
static bool
has_value(const struct header_reader *reader)
{
	uint32_t depth = 0;
	for (uint32_t i = 0; i < reader->statement.count; i++) {
		const struct header_token *token =
			&VEC_AT(&reader->statement, struct header_token, i);
		depth += header_lexer_is_mark(token, "(") ? 1 : 0;
		depth -= depth > 0 && header_lexer_is_mark(token, ")") ? 1 : 0;
		if (depth == 0 && header_lexer_is_mark(token, "=")) {
			return true;
		}
	}
	return false;
}

static bool
is_class(const struct header_reader *reader)
{
	bool has_word = header_declaration_has(reader, "struct") ||
		header_declaration_has(reader, "class") || header_declaration_has(reader, "union");
	return has_word && !has_mark(reader, "(") && !has_mark(reader, "=");
}

/* The name behind the last word of namespace, struct, class and union; empty if there is none. */
static struct str
scope_name(const struct header_reader *reader)
{
	struct str name = STR("");
	const struct header_token *tokens = reader->statement.items;
	for (uint32_t i = 0; i + 1 < reader->statement.count; i++) {
		bool is_word = header_lexer_is_name(&tokens[i], "struct") ||
			header_lexer_is_name(&tokens[i], "class") ||
			header_lexer_is_name(&tokens[i], "union") ||
			header_lexer_is_name(&tokens[i], "namespace") ||
			header_lexer_is_mark(&tokens[i], "::");
		if (header_lexer_is_mark(&tokens[i], ":")) {
			break;
		}
		if (is_word && tokens[i + 1].kind == HEADER_NAME) {
			name = tokens[i + 1].text;
		}
	}
	return name;
}

/* Opens a scope: of namespace a::b both, one in the other. */
static void
open_scope(struct scan *scan, bool is_namespace)
{
	struct header_reader *reader = scan->reader;
	uint32_t around = header_scope_here(&reader->names.scopes);
	uint32_t number = around;
	if (is_namespace) {
		const struct header_token *tokens = reader->statement.items;
		for (uint32_t i = 1; i < reader->statement.count; i++) {
			bool is_step = header_lexer_is_name(&tokens[i - 1], "namespace") ||
				header_lexer_is_mark(&tokens[i - 1], "::");
			if (is_step && tokens[i].kind == HEADER_NAME) {
				number = header_scope_within(
					&reader->names.scopes, number, tokens[i].text);
			}
		}
	} else if (is_class(reader)) {
		struct str name = scope_name(reader);
		number = name.length > 0 ? header_scope_within(&reader->names.scopes, around, name)
					 : around;
		if (name.length > 0) {
			header_type_add(&reader->names.types, name, HEADER_TYPE_UNKNOWN);
		}
	}
	header_scope_open(&reader->names.scopes, number);
	clear(scan);
}

static void
read_enum(struct scan *scan)
{
	bool is_typedef = header_declaration_has(scan->reader, "typedef");
	uint32_t group = header_enum_read(scan->reader);
	clear(scan);
	scan->tail_group = group;
	scan->is_typedef = is_typedef;
}

/* Whether the brace belongs to the value of a constant. */
static bool
is_initialiser(const struct header_reader *reader)
{
	bool is_constant = header_declaration_has(reader, "const") ||
		header_declaration_has(reader, "constexpr") ||
		header_declaration_has(reader, "constinit");
	return has_value(reader) || (is_constant && !has_mark(reader, "("));
}

static bool
is_extern(const struct header_reader *reader)
{
	const struct header_token *tokens = reader->statement.items;
	return reader->statement.count == 2 && header_lexer_is_name(&tokens[0], "extern") &&
		tokens[1].kind == HEADER_STRING;
}

static void
open_brace(struct scan *scan, struct header_token token)
{
	struct header_reader *reader = scan->reader;
	if (reader->shape.parentheses > 0) {
		push(scan, token);
		reader->shape.parentheses++;
		return;
	}
	header_declaration_strip(reader);
	bool is_namespace = header_declaration_has(reader, "namespace");
	if (header_declaration_has(reader, "enum") && !has_mark(reader, "(") &&
		!has_mark(reader, "=")) {
		read_enum(scan);
	} else if (is_namespace || is_class(reader) || is_extern(reader)) {
		open_scope(scan, is_namespace);
	} else if (is_initialiser(reader)) {
		push(scan, token);
		reader->shape.parentheses++;
	} else {
		reader->shape.skipped = 1;
		clear(scan);
	}
}

static void
close_brace(struct scan *scan, struct header_token token)
{
	struct header_reader *reader = scan->reader;
	if (reader->shape.parentheses > 0) {
		push(scan, token);
		reader->shape.parentheses--;
		return;
	}
	header_scope_close(&reader->names.scopes);
	clear(scan);
}

/* What follows an enum: the name of its typedef. */
static void
end_enum(struct scan *scan)
{
	struct header_reader *reader = scan->reader;
	struct header_group *group =
		&VEC_AT(&reader->groups, struct header_group, scan->tail_group);
	header_declaration_strip(reader);
	for (uint32_t i = 0; scan->is_typedef && i < reader->statement.count; i++) {
		const struct header_token *token =
			&VEC_AT(&reader->statement, struct header_token, i);
		if (token->kind != HEADER_NAME) {
			continue;
		}
		header_type_add(&reader->names.types, token->text, HEADER_TYPE_UNKNOWN);
		if (group->title.length == 0) {
			group->title = token->text;
			group->title_at = token->at;
		}
	}
}

static void
end_statement(struct scan *scan)
{
	struct header_reader *reader = scan->reader;
	if (scan->tail_group != (uint32_t)HEADER_LOOSE) {
		end_enum(scan);
	} else if (reader->statement.count > 0 && !reader->is_too_long) {
		header_declaration_take(reader, scan->at, scan->end);
	}
	clear(scan);
}

/* Counts the braces of a body that is passed over. */
static void
pass_over(struct header_reader *reader, const struct header_token *token)
{
	reader->shape.skipped += header_lexer_is_mark(token, "{") ? 1 : 0;
	reader->shape.skipped -= header_lexer_is_mark(token, "}") ? 1 : 0;
}

/* public: and its like. */
static bool
is_access(const struct header_reader *reader)
{
	return reader->statement.count == 1 &&
		(header_declaration_has(reader, "public") ||
			header_declaration_has(reader, "private") ||
			header_declaration_has(reader, "protected"));
}

static void
take(struct scan *scan, struct header_token token)
{
	struct header_reader *reader = scan->reader;
	bool opens = header_lexer_is_mark(&token, "(") || header_lexer_is_mark(&token, "[");
	bool closes = header_lexer_is_mark(&token, ")") || header_lexer_is_mark(&token, "]");
	if (reader->shape.skipped > 0) {
		pass_over(reader, &token);
	} else if (header_lexer_is_mark(&token, "{")) {
		open_brace(scan, token);
	} else if (header_lexer_is_mark(&token, "}")) {
		close_brace(scan, token);
	} else if (header_lexer_is_mark(&token, ";")) {
		end_statement(scan);
	} else if (header_lexer_is_mark(&token, ":") && is_access(reader)) {
		clear(scan);
	} else {
		reader->shape.parentheses += opens ? 1 : 0;
		reader->shape.parentheses -= closes && reader->shape.parentheses > 0 ? 1 : 0;
		push(scan, token);
	}
}

void
header_scan_all(struct header_reader *reader)
{
	struct scan scan = {.reader = reader};
	clear(&scan);
	for (;;) {
		struct header_token token = header_stream_next(reader);
		if (token.kind == HEADER_END) {
			return;
		}
		take(&scan, token);
	}
}
