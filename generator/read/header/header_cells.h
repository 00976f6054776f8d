/*
 * Cells: the constants and texts in the rows of a table, until it is known which column has the
 * codes and which the messages.
 */
#ifndef ERRSPEC_READ_HEADER_HEADER_CELLS_H
#define ERRSPEC_READ_HEADER_HEADER_CELLS_H

#include "read/header/header_texts.h"

struct header_cells {
	struct arena *arena;
	struct vec all; /* struct header_cell, row by row */
	uint32_t row; /* the one that is being read, from 0 */
	uint32_t first; /* of its cells */
	bool has_text; /* one of them is a text */
};

/* Begins a table. */
void header_cells_begin(struct header_cells *cells);

/* Adds a constant, or a text where `said` has one, in a column from 1 on; 0: the row's index. */
void header_cells_add(struct header_cells *cells, uint32_t column, const struct header_text *said);

/* Ends a row; one without a text is forgotten. */
void header_cells_end_row(struct header_cells *cells);

/*
 * Tells, of each row, the constant and the text. The codes are in the column with most different
 * constants; the messages in the first one that has phrases, or else in that with most text. Rows
 * without any constant are counted.
 */
void header_cells_tell(const struct header_cells *cells, struct header_texts *texts);

#endif
