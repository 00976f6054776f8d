/* JSON: lists of records, maps of records or texts by their codes, however deep they stand. */
#ifndef ERRSPEC_ADOPT_LIST_JSON_H
#define ERRSPEC_ADOPT_LIST_JSON_H

#include "adopt/list_rows.h"

/* Reads all tables of the file. False after a report: it is not JSON. */
bool list_json_read(struct list_rows *rows);

#endif
