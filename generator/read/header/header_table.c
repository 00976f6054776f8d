#include "read/header/header_table.h"

enum { FIELD_MOST = 100 }; /* tokens of a constant in a table */

static void
begin_field(struct header_table *table)
{
	header_phrase_begin(&table->field);
	table->tokens.count = 0;
	table->span = (struct header_comment){0};
}

static void
begin_row(struct header_table *table)
{
	begin_field(table);
	header_phrase_begin(&table->row);
	table->texts->waiting.count = 0;
	table->has_label = false;
}

void
header_table_open(struct header_table *table, struct str name)
{
	header_texts_open(table->texts, name, 0);
	table->braces = 1;
	table->brackets = 0;
	table->index = 0;
	table->is_indexed = false;
	begin_row(table);
}

/* What was read since the last comma is the constant of the row. */
static void
take_label(struct header_table *table)
{
	if (!table->has_label && table->tokens.count > 0) {
		header_texts_label(
			table->texts, table->tokens.items, table->tokens.count, table->span, false);
		table->has_label = true;
	}
}

/* Whether the text so far is the name of a constant, and no message. */
static bool
is_name(const struct header_phrase *phrase)
{
	struct str text = buf_str(&phrase->text);
	return str_is_name(text) && !str_has_lower(text);
}

/* What was read since the last comma is the text of the row, or else its constant. */
static void
end_field(struct header_table *table)
{
	if (header_phrase_is_text(&table->field)) {
		if (table->row.strings == 0 || is_name(&table->row)) {
			struct header_phrase row = table->row;
			table->row = table->field;
			table->field = row;
		}
	} else if (table->braces > 1) {
		take_label(table);
	}
	begin_field(table);
}

static void
end_row(struct header_table *table)
{
	end_field(table);
	struct header_comment span = {table->row.at, table->row.end};
	if (!table->has_label && !table->is_indexed && table->row.strings > 0) {
		header_texts_index(table->texts, table->index, span);
	}
	if (table->row.strings > 0) {
		header_texts_say(table->texts, &table->row);
	}
	table->index++;
	begin_row(table);
}

static void
add_token(
	struct header_table *table, const struct header_token *token, const struct header_raw *raw)
{
	header_phrase_add(&table->field, token, raw);
	if (table->tokens.count == 0) {
		table->span.at = raw->at;
	}
	table->span.end = raw->end;
	if (token->kind != HEADER_STRING && table->tokens.count < FIELD_MOST) {
		VEC_PUSH(&table->tokens, table->arena, struct header_token, *token);
	}
}

/* The index of the row is its constant; [-E_FULL] is that of negative ones. */
static void
take_index(struct header_table *table)
{
	const struct header_token *tokens = table->tokens.items;
	uint32_t minus = table->tokens.count > 1 && header_lexer_is_mark(tokens, "-") ? 1 : 0;
	if (!table->has_label && table->tokens.count > 0) {
		header_texts_label(table->texts, tokens + minus, table->tokens.count - minus,
			table->span, false);
	}
	table->has_label = true;
	table->is_indexed = true;
}

/* The brackets of a row that has its index in them, and what names a member: [INDEX] or .NAME =. */
static bool
takes_index(struct header_table *table, const struct header_token *token)
{
	bool opens = header_lexer_is_mark(token, "["), closes = header_lexer_is_mark(token, "]");
	bool is_outside = table->braces == 1 && table->brackets == (closes ? 1 : 0);
	if (is_outside && closes) {
		take_index(table);
	}
	if ((is_outside && (opens || closes)) ||
		(table->brackets == 0 && header_lexer_is_mark(token, "="))) {
		begin_field(table);
		return true;
	}
	return false;
}

/* What braces open and close. */
static bool
takes_brace(struct header_table *table, const struct header_token *token)
{
	bool opens = header_lexer_is_mark(token, "{"), closes = header_lexer_is_mark(token, "}");
	if (opens && table->braces == 1) {
		begin_field(table);
	} else if (closes && table->braces == 2) {
		end_field(table);
	} else if (closes && table->braces == 1) {
		end_row(table);
		header_texts_close(table->texts, 0);
	}
	table->braces += opens ? 1 : 0;
	table->braces -= closes ? 1 : 0;
	return opens || closes;
}

void
header_table_take(
	struct header_table *table, const struct header_token *token, const struct header_raw *raw)
{
	bool opens = header_lexer_is_mark(token, "(") || header_lexer_is_mark(token, "[");
	bool closes = header_lexer_is_mark(token, ")") || header_lexer_is_mark(token, "]");
	bool is_comma = table->brackets == 0 && header_lexer_is_mark(token, ",");
	if (takes_brace(table, token)) {
		return;
	}
	if (is_comma && table->braces == 1) {
		end_row(table);
	} else if (is_comma && table->braces == 2) {
		end_field(table);
	} else if (!takes_index(table, token)) {
		add_token(table, token, raw);
	}
	table->brackets += opens ? 1 : 0;
	table->brackets -= closes && table->brackets > 0 ? 1 : 0;
}
