/*
 * Arenas: memory that is given out piece by piece and taken back all at once. A zeroed struct
 * arena is an empty one. Every block ends in ARENA_SLACK readable bytes, so that short slices can
 * be copied in fixed-size steps.
 */
#ifndef ERRSPEC_BASE_ARENA_H
#define ERRSPEC_BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

enum { ARENA_SLACK = 32 };

struct arena {
	struct arena_block *blocks; /* newest first */
	struct arena_block *alone; /* blocks of one large piece each */
	char *next;
	char *end; /* `next` to `end`: the free part of the newest block */
	bool is_zeroed; /* that part is */
};

/*
 * `size` zeroed bytes, aligned for any type. Never NULL: when memory is out, the function set by
 * arena_on_exhaustion is called and must not return.
 */
void *arena_alloc(struct arena *arena, size_t size);

/*
 * A piece of arena_alloc with `grown` bytes, the first `size` of which are as they were; the others
 * are of any value. The old piece, which may be NULL if it has no bytes, is gone.
 */
void *arena_grow(struct arena *arena, void *piece, size_t size, size_t grown);

/* As arena_alloc, without alignment and without zeroing. */
char *arena_bytes(struct arena *arena, size_t size);

/*
 * Gives a piece of arena_alloc back before the others, if it is a large one; nothing may use it
 * any more. A small one stays.
 */
void arena_drop(struct arena *arena, void *piece, size_t size);

/* A copy of `text`, with a NUL behind it. */
struct str arena_copy(struct arena *arena, struct str text);

/* `part` as it is where it lies within `whole`, which stays; else a copy of it. */
struct str arena_keep(struct arena *arena, struct str part, struct str whole);

/* The texts one behind the other, with a NUL at the end. */
struct str arena_join(struct arena *arena, const struct str *parts, size_t count);
#define ARENA_JOIN(arena, ...) \
	arena_join(arena, (const struct str[]){__VA_ARGS__}, \
		sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* The decimal digits of a number. */
struct str arena_number(struct arena *arena, long long number);

/* Gives all memory back; the arena is empty and usable afterwards. */
void arena_free(struct arena *arena);

/* What happens when memory is out; without it the program aborts. `handler` must not return. */
void arena_on_exhaustion(void (*handler)(void));

/* Calls that handler, for those who get their memory elsewhere. */
_Noreturn void arena_run_out(void);

/* malloc's realloc under the same promise: never NULL, the handler is called instead. */
void *arena_realloc(void *block, size_t size);

#endif
