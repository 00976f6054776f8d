#include "read/header/header_scan.h"

#include "read/header/header_declaration.h"
#include "read/header/header_enum.h"
#include "read/header/header_stream.h"

/* What is being read: the reader's statement may be the end of an enum. */
struct declaration_scan {
	struct header_reader *reader;
	uint32_t tail_group; /* of that enum, or HEADER_LOOSE */
	bool is_typedef; /* that enum stands in a typedef */
};

static void
clear(struct declaration_scan *scan)
{
	header_statement_clear(&scan->reader->statement);
	scan->reader->shape.parentheses = 0;
	scan->tail_group = (uint32_t)HEADER_LOOSE;
}

static void
push(struct declaration_scan *scan, struct header_token token)
{
	header_statement_add(&scan->reader->statement, token, &scan->reader->raw);
}

/* Whether = stands outside of parentheses. */
static bool
has_value(const struct header_statement *statement)
{
	uint32_t depth = 0;
	for (uint32_t i = 0; i < statement->tokens.count; i++) {
		depth += header_statement_is_mark(statement, i, "(") ? 1 : 0;
		depth -= depth > 0 && header_statement_is_mark(statement, i, ")") ? 1 : 0;
		if (depth == 0 && header_statement_is_mark(statement, i, "=")) {
			return true;
		}
	}
	return false;
}

static bool
is_class(const struct header_statement *statement)
{
	static const char *const words[] = {"struct", "class", "union", NULL};
	return header_statement_has_any(statement, words) &&
		!header_statement_has_mark(statement, "(") &&
		!header_statement_has_mark(statement, "=");
}

/* The name behind the last word of namespace, struct, class and union; empty if there is none. */
static struct str
scope_name(const struct header_statement *statement)
{
	static const char *const words[] = {"struct", "class", "union", "namespace", NULL};
	struct str name = STR("");
	const struct header_token *tokens = statement->tokens.items;
	for (uint32_t i = 0; i + 1 < statement->tokens.count; i++) {
		bool is_word = header_lexer_is_any(&tokens[i], words) ||
			header_lexer_is_mark(&tokens[i], "::");
		if (header_lexer_is_mark(&tokens[i], ":")) {
			break;
		}
		if (is_word && tokens[i + 1].kind == HEADER_NAME) {
			name = header_lexer_text(&tokens[i + 1]);
		}
	}
	return name;
}

/* Opens a scope: of namespace a::b both, one in the other. */
static void
open_scope(struct declaration_scan *scan, bool is_namespace)
{
	struct header_reader *reader = scan->reader;
	uint32_t around = header_scope_here(&reader->names.scopes);
	uint32_t number = around;
	if (is_namespace) {
		const struct header_token *tokens = reader->statement.tokens.items;
		for (uint32_t i = 1; i < reader->statement.tokens.count; i++) {
			bool is_step = header_lexer_is_name(&tokens[i - 1], "namespace") ||
				header_lexer_is_mark(&tokens[i - 1], "::");
			if (is_step && tokens[i].kind == HEADER_NAME) {
				number = header_scope_within(&reader->names.scopes, number,
					header_lexer_text(&tokens[i]));
			}
		}
	} else if (is_class(&reader->statement)) {
		struct str name = scope_name(&reader->statement);
		number = name.length > 0 ? header_scope_within(&reader->names.scopes, around, name)
					 : around;
		if (name.length > 0) {
			header_type_add(&reader->names.types, name, HEADER_TYPE_UNKNOWN);
		}
	}
	header_scope_open(&reader->names.scopes, number);
	clear(scan);
}

/* Reads an enum that so many words declare, attributes too. */
static void
read_enum(struct declaration_scan *scan, uint32_t words)
{
	struct header_items *items = &scan->reader->items;
	bool is_typedef = header_statement_has(&scan->reader->statement, "typedef");
	uint32_t at = scan->reader->statement.at;
	uint32_t group = header_enum_read(scan->reader);
	bool has_tag = header_item_group(items, group)->tag.length > 0;
	uint32_t needed = 1U + (is_typedef ? 1U : 0U) + (has_tag ? 1U : 0U);
	header_item_begin_group(items, group, at, words == needed);
	clear(scan);
	scan->tail_group = group;
	scan->is_typedef = is_typedef;
}

/* Whether the brace belongs to the value of a constant. */
static bool
is_initialiser(const struct header_statement *statement)
{
	static const char *const words[] = {"const", "constexpr", "constinit", NULL};
	return has_value(statement) ||
		(header_statement_has_any(statement, words) &&
			!header_statement_has_mark(statement, "("));
}

static bool
is_extern(const struct header_statement *statement)
{
	const struct header_token *tokens = statement->tokens.items;
	return statement->tokens.count == 2 && header_lexer_is_name(&tokens[0], "extern") &&
		tokens[1].kind == HEADER_STRING;
}

/* The name in front of the brackets of an array, or of =. */
static struct str
array_name(const struct header_statement *statement)
{
	struct str name = STR("");
	for (uint32_t i = 0; i < statement->tokens.count; i++) {
		const struct header_token *token = header_statement_token(statement, i);
		if (header_lexer_is_mark(token, "[") || header_lexer_is_mark(token, "=")) {
			break;
		}
		name = token->kind == HEADER_NAME ? header_lexer_text(token) : name;
	}
	return name;
}

static void
open_brace(struct declaration_scan *scan, struct header_token token)
{
	struct header_reader *reader = scan->reader;
	if (reader->shape.parentheses > 0) {
		push(scan, token);
		reader->shape.parentheses++;
		return;
	}
	uint32_t words = reader->statement.tokens.count;
	header_statement_strip(&reader->statement);
	bool is_namespace = header_statement_has(&reader->statement, "namespace");
	if (header_statement_has(&reader->statement, "enum") &&
		!header_statement_has_mark(&reader->statement, "(") &&
		!header_statement_has_mark(&reader->statement, "=")) {
		read_enum(scan, words);
	} else if (is_namespace || is_class(&reader->statement) || is_extern(&reader->statement)) {
		open_scope(scan, is_namespace);
	} else if (is_initialiser(&reader->statement)) {
		header_table_open(&reader->table, array_name(&reader->statement));
		push(scan, token);
		reader->shape.parentheses++;
	} else {
		header_body_open(&reader->body, &reader->statement);
		reader->shape.skipped = 1;
		clear(scan);
	}
}

static void
close_brace(struct declaration_scan *scan, struct header_token token)
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
end_enum(struct declaration_scan *scan)
{
	struct header_reader *reader = scan->reader;
	header_item_end_group(&reader->items, scan->tail_group, reader->raw.end,
		reader->statement.tokens.count == (scan->is_typedef ? 1U : 0U));
	header_statement_strip(&reader->statement);
	for (uint32_t i = 0; scan->is_typedef && i < reader->statement.tokens.count; i++) {
		const struct header_token *token = header_statement_token(&reader->statement, i);
		if (token->kind != HEADER_NAME) {
			continue;
		}
		header_type_add(
			&reader->names.types, header_lexer_text(token), HEADER_TYPE_UNKNOWN);
		header_item_name_group(&reader->items, scan->tail_group, token);
	}
}

static void
end_statement(struct declaration_scan *scan)
{
	struct header_reader *reader = scan->reader;
	if (scan->tail_group != (uint32_t)HEADER_LOOSE) {
		end_enum(scan);
	} else if (reader->statement.tokens.count > 0 && !reader->statement.is_too_long) {
		header_declaration_take(reader);
	}
	clear(scan);
}

/* Counts the braces of a body that is passed over. */
static void
pass_over(struct header_reader *reader, const struct header_token *token)
{
	reader->shape.skipped += header_lexer_is_mark(token, "{") ? 1 : 0;
	reader->shape.skipped -= header_lexer_is_mark(token, "}") ? 1 : 0;
	if (reader->shape.skipped > 0) {
		header_body_take(&reader->body, token, &reader->raw);
	} else {
		header_body_close(&reader->body, reader->raw.end);
	}
}

/* public: and its like. */
static bool
is_access(const struct header_statement *statement)
{
	static const char *const words[] = {"public", "private", "protected", NULL};
	return statement->tokens.count == 1 && header_statement_has_any(statement, words);
}

static void
take(struct declaration_scan *scan, struct header_token token)
{
	struct header_reader *reader = scan->reader;
	if (reader->shape.skipped == 0 && header_table_is_open(&reader->table)) {
		header_table_take(&reader->table, &token, &reader->raw);
	}
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
	} else if (header_lexer_is_mark(&token, ":") && is_access(&reader->statement)) {
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
	struct declaration_scan scan = {.reader = reader};
	clear(&scan);
	for (;;) {
		struct header_token token = header_stream_next(reader);
		if (token.kind == HEADER_END) {
			return;
		}
		take(&scan, token);
	}
}
