#include "read/header/header_table.h"

enum { FIELD_MOST = 100 }; /* tokens of a constant in a table */

static void
begin_field(struct header_table *table)
{
	header_phrase_begin(&table->phrase);
	header_statement_clear(&table->field);
}

static void
begin_row(struct header_table *table)
{
	begin_field(table);
	table->column = 1;
}

void
header_table_open(struct header_table *table, struct str name)
{
	header_texts_open(table->texts, name, 0);
	header_cells_begin(&table->cells);
	table->braces = 1;
	table->brackets = 0;
	begin_row(table);
}

/* What was read of the field from a token on is a constant. */
static void
take_label(struct header_table *table, uint32_t from, uint32_t column)
{
	struct header_text said = {0};
	const struct header_statement *field = &table->field;
	if (field->tokens.count > from) {
		(void)header_texts_read_label(table->texts, &said.label,
			header_statement_token(field, from), field->tokens.count - from,
			(struct header_comment){field->at, field->end}, false);
		header_cells_add(&table->cells, column, &said);
	}
}

/* What was read since the last comma is a text, or else a constant. */
static void
end_field(struct header_table *table)
{
	if (header_phrase_is_text(&table->phrase)) {
		struct header_text said = header_texts_of(table->texts, &table->phrase);
		header_cells_add(&table->cells, table->column, &said);
	} else if (table->braces > 1) {
		take_label(table, 0, table->column);
	}
	table->column++;
	begin_field(table);
}

static void
end_row(struct header_table *table)
{
	end_field(table);
	header_cells_end_row(&table->cells);
	begin_row(table);
}

static void
add_token(
	struct header_table *table, const struct header_token *token, const struct header_raw *raw)
{
	header_phrase_add(&table->phrase, token, raw);
	if (token->kind != HEADER_STRING && table->field.tokens.count < FIELD_MOST) {
		header_statement_add(&table->field, *token, raw);
	}
}

/* The index of the row is its constant; [-E_FULL] is that of negative ones. */
static void
take_index(struct header_table *table)
{
	take_label(table,
		table->field.tokens.count > 1 && header_statement_is_mark(&table->field, 0, "-"),
		0);
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
		header_cells_tell(&table->cells, table->texts);
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
