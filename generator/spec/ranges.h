/* Ranges: those of a module in their order, so that a number is looked up in few steps. */
#ifndef ERRSPEC_SPEC_RANGES_H
#define ERRSPEC_SPEC_RANGES_H

#include "base/arena.h"
#include "spec/field.h"

/* A range, and of it and those before it the one that reaches furthest: ranges may overlap. */
struct ranges_step {
	const struct range *range;
	const struct range *furthest;
};

/* Sorted by where they begin. */
struct ranges {
	struct ranges_step *steps;
	uint32_t count;
};

/* Sorts a vec of struct range, which stays as it is. */
struct ranges ranges_sort(struct arena *arena, const struct vec *vec);

/* A range that holds the number, or NULL. */
const struct range *ranges_find(const struct ranges *ranges, const struct number *number);

/*
 * The smaller and the greater end of a range: one that is written backwards is reported once, and
 * not again for each code in it.
 */
const struct number *range_least(const struct range *range);
const struct number *range_most(const struct range *range);

#endif
