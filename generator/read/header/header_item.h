/* Items: the constants of a header as they are come across. */
#ifndef ERRSPEC_READ_HEADER_HEADER_ITEM_H
#define ERRSPEC_READ_HEADER_HEADER_ITEM_H

#include "read/header/header_reader.h"

/* Takes a #define, which is valued at the end: macros may come after those that use them. */
void header_item_define(struct header_reader *reader, const struct header_token *name,
	const struct header_definition *definition, uint32_t at, uint32_t end);

/* Takes a constant; one with a value can be referred to from now on. */
void header_item_add(struct header_reader *reader, const struct header_item *item);

/* Values the #defines, and leaves the items that are wanted and still stand. */
void header_item_value(struct header_reader *reader);

/*
 * Values the #defines, reports what was not understood and what is in doubt, and leaves only those
 * that are wanted, have a value and are not there before.
 */
void header_item_settle(struct header_reader *reader);

#endif
