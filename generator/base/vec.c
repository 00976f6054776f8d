#include "base/vec.h"

#include <string.h>

enum { FIRST_CAPACITY = 2 };

void *
vec_add(struct vec *vec, struct arena *arena, size_t size)
{
	if (vec->count == vec->capacity) {
		uint32_t capacity = vec->capacity == 0 ? FIRST_CAPACITY : vec->capacity * 2;
		vec->items = arena_grow(arena, vec->items, vec->count * size, capacity * size);
		vec->capacity = capacity;
	}
	return memset((char *)vec->items + size * vec->count++, 0, size);
}

uint32_t
vec_search(const struct vec *vec, size_t size, size_t offset, uint32_t least)
{
	uint32_t low = 0, high = vec->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2, number;
		memcpy(&number, (const char *)vec->items + middle * size + offset, sizeof(number));
		high = number < least ? high : middle;
		low = number < least ? middle + 1 : low;
	}
	return low;
}
