/* Tables: initialisers whose rows give constants their texts, as { { E_OK, "no error" }, }. */
#ifndef ERRSPEC_READ_HEADER_HEADER_TABLE_H
#define ERRSPEC_READ_HEADER_HEADER_TABLE_H

#include "read/header/header_cells.h"
#include "read/header/header_statement.h"

struct header_table {
	struct arena *arena;
	struct header_texts *texts;
	uint32_t braces; /* that are open; 0: there is no table */
	uint32_t brackets; /* brackets and parentheses */
	uint32_t column; /* of the field that is being read, from 1 */
	struct header_statement field; /* its tokens, as the next one */
	struct header_phrase phrase;
	struct header_cells cells;
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
