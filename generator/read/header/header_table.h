/* Tables: initialisers whose rows give constants their texts, as { { E_OK, "no error" }, }. */
#ifndef ERRSPEC_READ_HEADER_HEADER_TABLE_H
#define ERRSPEC_READ_HEADER_HEADER_TABLE_H

#include "read/header/header_texts.h"

struct header_table {
	struct arena *arena;
	struct header_texts *texts;
	uint32_t braces; /* that are open; 0: there is no table */
	uint32_t brackets; /* brackets and parentheses */
	uint32_t index; /* of the row */
	struct vec tokens; /* struct header_token: of the field, which are no strings */
	struct header_comment span; /* of the field */
	struct header_phrase field;
	struct header_phrase row; /* the text of the row, as far as it was read */
	bool has_label;
	bool is_indexed; /* rows have their index in brackets */
};

/* Opens the table that a variable of this name is; its first brace was read. */
void header_table_open(struct header_table *table, struct str name);

/* Takes the next token of an open table, which may close it. */
void header_table_take(
	struct header_table *table, const struct header_token *token, const struct header_raw *raw);

/* Whether a table is open. */
static inline bool
header_table_is_open(const struct header_table *table)
{
	return table->braces > 0;
}

#endif
