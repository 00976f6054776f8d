/* Pinned lists: the template of a list in a document. */
#ifndef ERRSPEC_PIN_PIN_LIST_H
#define ERRSPEC_PIN_PIN_LIST_H

#include "pin/cut.h"
#include "read/found.h"

/* A list in a document, and what its template calls its parts. */
struct pin_items {
	struct cuts *cuts;
	const struct found_list *list;
	uint32_t start; /* of the list behind its lead-in, in bytes, as the next one */
	uint32_t end;
	bool is_within_line; /* in a cell */
	struct str path; /* of the items: "causes.items" */
	struct str item; /* the tag of an item: ".", or a dot and a place */
};

/*
 * Cuts a list whose items are all written alike into a section over the items, which shows as many
 * as the spec has. False, without a cut, where they are not alike.
 */
bool pin_list_loop(const struct pin_items *items);

#endif
