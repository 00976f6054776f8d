/* Columns: what the names of columns and keys say of the values below them. */
#ifndef ERRSPEC_READ_LIST_LIST_COLUMNS_H
#define ERRSPEC_READ_LIST_LIST_COLUMNS_H

#include "read/list/list_rows.h"

struct list_column {
	struct found_value heading;
	uint8_t role; /* of enum found_role */
	bool is_group; /* the values name the group that a code belongs to */
	bool is_left_out; /* the values say nothing that a spec has */
	struct str other; /* the key of a spec that the values stand for; may be empty */
};

/* Tells the columns apart by their headings; false if none has codes. */
bool list_columns_tell(const struct list_rows *rows, struct list_column *columns, uint32_t count);

/* Reports the columns that are left out. */
void list_columns_report(
	const struct list_rows *rows, const struct list_column *columns, uint32_t count);

/* Puts a value where its column says; an absent one nowhere. */
void list_columns_put(const struct list_rows *rows, const struct list_column *column,
	struct found_code *code, struct found_value value);

#endif
