/*
 * A hash table from names of less than 4 GiB to numbers. A zeroed struct table is an empty one.
 */
#ifndef ERRSPEC_BASE_TABLE_H
#define ERRSPEC_BASE_TABLE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { TABLE_NONE = -1 };

struct table_slot {
	const char *data; /* of the key; NULL: free */
	uint32_t length;
	uint32_t hash; /* of the key, so that most others need not be read */
	uint32_t number;
};

struct table {
	struct table_slot *slots;
	uint32_t capacity; /* a power of two, or 0 */
	uint32_t count;
};

/*
 * Puts `key`, whose bytes must stay, and returns TABLE_NONE; or, if it is there already, leaves
 * the table as it is and returns its number.
 */
int64_t table_put(struct table *table, struct arena *arena, struct str key, uint32_t number);

/* The number of `key`, or TABLE_NONE. */
int64_t table_get(const struct table *table, struct str key);

#endif
