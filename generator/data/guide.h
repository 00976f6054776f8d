/* Guides: who knows where a key belongs that stands in a wrong column. */
#ifndef ERRSPEC_DATA_GUIDE_H
#define ERRSPEC_DATA_GUIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A key that begins its line. Places count characters. */
struct slip_key {
	struct str name;
	struct str below; /* the first key of its value; empty if there is none */
	uint32_t source;
	uint32_t at;
	uint32_t column; /* from 1 */
};

/* Where the keys stand to which a key belongs. */
struct slip_level {
	struct str name; /* of what has them, for messages */
	uint32_t at; /* of the first */
	uint32_t line; /* of that, from 1, as its column */
	uint32_t column;
	uint32_t usual; /* the column that they should have by the indentation of the file; or 0 */
	bool is_alone; /* the first is the only one so far */
	bool is_map; /* they are names of entries */
};

/* Whoever knows to which level a key belongs; without `find` nobody does. */
struct slip_guide {
	/* The level, if it has another column than the key; false if none is known. */
	bool (*find)(void *context, const struct slip_key *key, struct slip_level *level);
	void *context;
};

#endif
