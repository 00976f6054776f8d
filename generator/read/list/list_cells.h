/* Tables of cells, as RFC 4180 has them, between commas, semicolons or tabs. */
#ifndef ERRSPEC_READ_LIST_LIST_CELLS_H
#define ERRSPEC_READ_LIST_LIST_CELLS_H

#include "read/list/list_rows.h"

/* Reads all rows; the first one names the columns. False after a report: none of them has codes. */
bool list_cells_read(struct list_rows *rows);

#endif
