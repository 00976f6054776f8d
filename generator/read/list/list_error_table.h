/* com_err's error tables: names and texts whose numbers follow from the name of their table. */
#ifndef ERRSPEC_READ_LIST_LIST_ERROR_TABLE_H
#define ERRSPEC_READ_LIST_LIST_ERROR_TABLE_H

#include "read/list/list_rows.h"

/* Reads all tables of the file. */
void list_error_table_read(struct list_rows *rows);

#endif
