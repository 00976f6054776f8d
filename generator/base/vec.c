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
