#include "spec/ranges.h"

#include <stdlib.h>

const struct number *
range_least(const struct range *range)
{
	return number_compare(&range->low, &range->high) <= 0 ? &range->low : &range->high;
}

const struct number *
range_most(const struct range *range)
{
	return number_compare(&range->low, &range->high) <= 0 ? &range->high : &range->low;
}

/* By the smaller end; equal ones in the order of the spec. */
static int
compare(const void *left, const void *right)
{
	const struct range *a = ((const struct ranges_step *)left)->range;
	const struct range *b = ((const struct ranges_step *)right)->range;
	int order = number_compare(range_least(a), range_least(b));
	return order != 0 ? order : (a->low.at > b->low.at) - (a->low.at < b->low.at);
}

struct ranges
ranges_sort(struct arena *arena, const struct vec *vec)
{
	struct ranges ranges = {
		arena_alloc(arena, (vec->count + 1) * sizeof(*ranges.steps)), vec->count};
	for (uint32_t i = 0; i < ranges.count; i++) {
		ranges.steps[i].range = &VEC_AT(vec, struct range, i);
	}
	qsort(ranges.steps, ranges.count, sizeof(*ranges.steps), compare);
	const struct range *furthest = NULL;
	for (uint32_t i = 0; i < ranges.count; i++) {
		struct ranges_step *step = &ranges.steps[i];
		bool is_further = furthest == NULL ||
			number_compare(range_most(step->range), range_most(furthest)) > 0;
		furthest = is_further ? step->range : furthest;
		step->furthest = furthest;
	}
	return ranges;
}

const struct range *
ranges_find(const struct ranges *ranges, const struct number *number)
{
	uint32_t low = 0, high = ranges->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (number_compare(range_least(ranges->steps[middle].range), number) <= 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	/* All before `low` begin at or before the number. */
	const struct range *found = low == 0 ? NULL : ranges->steps[low - 1].furthest;
	return found != NULL && number_compare(number, range_most(found)) <= 0 ? found : NULL;
}
