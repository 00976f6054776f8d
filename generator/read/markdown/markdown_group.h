/* Tables of codes: their rows as codes. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_GROUP_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_GROUP_H

#include "read/markdown/markdown_table.h"

/*
 * Adds the table as a group under the heading at line `heading` (UINT32_MAX: none), and reports
 * what is damaged in it. False where the table shows no codes.
 */
bool markdown_group_read(
	struct markdown_reader *reader, const struct markdown_table *table, uint32_t heading);

#endif
