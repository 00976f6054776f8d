#include "base/vec.h"

#include <string.h>

enum { FIRST_CAPACITY = 4 };

void *
vec_add(struct vec *vec, struct arena *arena, size_t size)
{
	if (vec->count == vec->capacity) {
		uint32_t capacity = vec->capacity == 0 ? FIRST_CAPACITY : vec->capacity * 2;
		void *grown = arena_alloc(arena, capacity * size);
		if (vec->count > 0) {
			memcpy(grown, vec->items, vec->count * size);
			arena_drop(arena, vec->items, vec->count * size);
		}
		vec->items = grown;
		vec->capacity = capacity;
	}
	return (char *)vec->items + size * vec->count++;
}
