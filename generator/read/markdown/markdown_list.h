/* Values that are flat lists: a line for each item, and maybe a paragraph before them. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_LIST_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_LIST_H

#include "read/markdown/markdown_reader.h"

/*
 * The list in the lines `first` to `last`, both in it; NULL where they are anything else. `lead` is
 * what stands in front of them, such as the rest of a label's line; it may be empty.
 */
const struct found_list *markdown_list_read(
	const struct markdown_reader *reader, struct str lead, uint32_t first, uint32_t last);

#endif
