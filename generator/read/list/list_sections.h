/* PostgreSQL's errcodes.txt: sections of lines SQLSTATE, E/W/S, name of the macro, condition. */
#ifndef ERRSPEC_READ_LIST_LIST_SECTIONS_H
#define ERRSPEC_READ_LIST_LIST_SECTIONS_H

#include "read/list/list_rows.h"

/* Reads all lines. */
void list_sections_read(struct list_rows *rows);

#endif
