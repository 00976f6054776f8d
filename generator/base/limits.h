/* What a run may use at most. Each limit has a name, which --limit and its error use. */
#ifndef ERRSPEC_BASE_LIMITS_H
#define ERRSPEC_BASE_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum limit {
	LIMIT_INPUT,
	LIMIT_DEPTH,
	LIMIT_ENTRIES,
	LIMIT_SCALAR,
	LIMIT_CODE,
	LIMIT_TEMPLATE,
	LIMIT_PARTIALS,
	LIMIT_STEPS,
	LIMIT_OUTPUT,
	LIMIT_PATTERNS,
	LIMIT_DIAGNOSTICS,
	LIMIT_COUNT
};

struct limits {
	uint64_t value[LIMIT_COUNT];
};

/* A limit's name and what it bounds, with its unit. */
struct limit_info {
	struct str name;
	uint64_t standard;
	uint64_t greatest; /* what can be counted and, for positions, stored in 32 bits */
	const char *doc;
};

extern const struct limit_info limit_table[LIMIT_COUNT];

/* Every limit at its standard value. */
struct limits limits_standard(void);

/* Whether any limit is below its standard value. */
bool limits_are_lowered(const struct limits *limits);

/*
 * Takes NAME=NUMBER, the number with an optional K, M or G (powers of 1024); false if malformed or
 * greater than the limit may be.
 */
bool limits_set(struct limits *limits, struct str setting);

#endif
