/* Tables as rows of cells: GitHub's, and those of HTML. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_TABLE_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_TABLE_H

#include "read/markdown/markdown_reader.h"

struct markdown_row {
	uint32_t at;
	uint32_t end;
	uint32_t first; /* of its cells */
	uint32_t count; /* as many as are written, and those that reach down from rows above */
};

struct markdown_table {
	struct vec cells; /* struct str, without blanks around them */
	struct vec rows; /* struct markdown_row; the first one holds the headings */
	uint32_t end; /* the first line behind it */
	uint32_t rule; /* the line under the headings; UINT32_MAX in HTML */
	uint8_t writing; /* WRITTEN_CELL or WRITTEN_HTML */
	bool is_closed;
};

/* Reads the table whose headings stand in line `index`. */
void markdown_table_read(
	const struct markdown_reader *reader, uint32_t index, struct markdown_table *table);

/*
 * Reads the HTML table that begins in line `index`, behind `at`; false where none does. It ends at
 * its closing tag, at the next heading, or with the document.
 */
bool markdown_table_html(
	const struct markdown_reader *reader, uint32_t index, struct markdown_table *table);

/* A cell of a row; empty where the row has too few. */
struct str markdown_table_cell(
	const struct markdown_table *table, const struct markdown_row *row, uint32_t column);

/* Whether a cell says nothing: it may have a dash all the same. */
bool markdown_table_is_empty(struct str cell);

/* How many cells a line of bars has. */
uint32_t markdown_table_count(struct str line);

#endif
