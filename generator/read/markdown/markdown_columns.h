/* The columns of a table: which of them tell what of codes, if the table is about codes at all. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_COLUMNS_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_COLUMNS_H

#include "read/markdown/markdown_table.h"

/*
 * Finds the roles of the columns by their headings, and by what stands in them where that is
 * ambiguous; `roles` is a vec of uint8_t, of enum vocabulary_word. A column of names with their
 * codes is WORD_ENUMERATOR, one without a role FOUND_NO_ROLE. False where the table shows no codes.
 */
bool markdown_columns_find(const struct markdown_reader *reader, const struct markdown_table *table,
	struct vec *roles);

#endif
