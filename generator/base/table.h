/*
 * A hash table from names of less than 4 GiB to numbers. A zeroed struct table is an empty one.
 */
#ifndef ERRSPEC_BASE_TABLE_H
#define ERRSPEC_BASE_TABLE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { TABLE_NONE = -1 };

struct table_key {
	const char *data;
	uint32_t length;
	uint32_t number;
};

struct table_slot {
	uint32_t hash; /* of the key, so that most others need not be read */
	uint32_t place; /* of the key among all, from 1; 0: free */
};

struct table {
	struct table_key *keys; /* in the order in which they were put */
	struct table_slot *slots; /* NULL while the keys are few */
	uint32_t count; /* of the keys, and ... */
	uint32_t room; /* ... for how many there is room */
	uint32_t capacity; /* of the slots: a power of two, or 0 */
};

/*
 * Puts `key`, whose bytes must stay, and returns TABLE_NONE; or, if it is there already, leaves
 * the table as it is and returns its number.
 */
int64_t table_put(struct table *table, struct arena *arena, struct str key, uint32_t number);

/* The number of `key`, or TABLE_NONE. */
int64_t table_get(const struct table *table, struct str key);

/* Key `place` of those in a table, from 0. */
static inline struct str
table_key(const struct table *table, uint32_t place)
{
	return (struct str){table->keys[place].data, table->keys[place].length};
}

#endif
