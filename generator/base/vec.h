/*
 * Growable arrays in an arena. The element type is the user's; a vec knows only how many there
 * are. Whoever copies a vec by value adds nothing to either: an outgrown array is given back.
 */
#ifndef ERRSPEC_BASE_VEC_H
#define ERRSPEC_BASE_VEC_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct vec {
	void *items;
	uint32_t count;
	uint32_t capacity;
};

/* Room for one more element of `size` bytes at the end: zeroed, and counted already. */
void *vec_add(struct vec *vec, struct arena *arena, size_t size);

/*
 * Index of the first element with at least `least` in its uint32_t at `offset`, or the count of
 * them. They stand in the order of these numbers.
 */
uint32_t vec_search(const struct vec *vec, size_t size, size_t offset, uint32_t least);

/* Element `index` of a vec of `type`. */
#define VEC_AT(vec, type, index) (((type *)(vec)->items)[index])

/* Appends `value` to a vec of `type`. */
#define VEC_PUSH(vec, arena, type, value) (*(type *)vec_add(vec, arena, sizeof(type)) = (value))

#endif
