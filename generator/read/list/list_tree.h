/*
 * Trees, as JSON and YAML have them: lists of records, maps of records or texts by their codes,
 * however deep they stand.
 */
#ifndef ERRSPEC_READ_LIST_LIST_TREE_H
#define ERRSPEC_READ_LIST_LIST_TREE_H

#include "read/list/list_rows.h"

/* Reads JSON. False after a report: it is none. */
bool list_tree_read_json(struct list_rows *rows);

/* Reads YAML. False after a report: it is none. */
bool list_tree_read_yaml(struct list_rows *rows);

#endif
