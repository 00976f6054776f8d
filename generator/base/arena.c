#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { BLOCK_FIRST = 16 * 1024, BLOCK_LAST = 2 * 1024 * 1024, ALIGNMENT = 16, LARGE = 64 * 1024 };

struct arena_block {
	struct arena_block *older, *newer; /* `newer` of blocks of one piece alone */
	size_t size; /* of the whole block */
	_Alignas(ALIGNMENT) char bytes[];
};

static void (*exhausted)(void) = abort;

void
arena_on_exhaustion(void (*handler)(void))
{
	exhausted = handler;
}

void
arena_run_out(void)
{
	exhausted();
	abort();
}

void *
arena_realloc(void *block, size_t size)
{
	void *grown = realloc(block, size);
	if (grown == NULL) {
		arena_run_out();
	}
	return grown;
}

/*
 * Whether a block of this size is zeroed as a whole, and not each piece when it is taken: arenas
 * that are gone soon have the first one alone, and of the largest ones much may stay unused.
 */
static bool
is_zeroed(size_t size)
{
	return size > BLOCK_FIRST && size < BLOCK_LAST;
}

/*
 * Memory for a block of `size` bytes in all. The largest ones are what the system maps with one
 * huge page, where it has such: a page fault less for every 4 KiB.
 */
static struct arena_block *
get_block(size_t size)
{
	void *memory = NULL;
	if (is_zeroed(size)) {
		memory = calloc(1, size);
	} else if (size != BLOCK_LAST) {
		memory = malloc(size);
	} else if (posix_memalign(&memory, size, size) != 0) {
		memory = NULL;
	}
	if (memory == NULL) {
		arena_run_out();
	}
#ifdef MADV_HUGEPAGE
	if (size == BLOCK_LAST) {
		madvise(memory, size, MADV_HUGEPAGE);
	}
#endif
	return memory;
}

/* Blocks double from 16 KiB to 2 MiB: a small run stays small. A large piece gets its own. */
static void
add_block(struct arena *arena, size_t size)
{
	const size_t around = sizeof(struct arena_block) + ARENA_SLACK;
	size_t whole = arena->blocks == NULL ? BLOCK_FIRST : arena->blocks->size * 2;
	whole = whole > BLOCK_LAST ? BLOCK_LAST : whole;
	if (size > SIZE_MAX / 2) {
		exhausted();
		abort();
	}
	whole = size + around > whole ? size + around : whole;
	struct arena_block *block = get_block(whole);
	block->older = arena->blocks;
	block->size = whole;
	arena->blocks = block;
	arena->is_zeroed = is_zeroed(whole);
	arena->next = block->bytes;
	arena->end = (char *)block + whole - ARENA_SLACK;
	memset(arena->end, 0, ARENA_SLACK);
}

char *
arena_bytes(struct arena *arena, size_t size)
{
	if (size > (size_t)(arena->end - arena->next)) {
		add_block(arena, size);
	}
	char *piece = arena->next;
	arena->next += size;
	return piece;
}

/* A large piece has a block of its own, which can be given back. */
static void *
alone(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2) {
		exhausted();
		abort();
	}
	struct arena_block *block = calloc(1, sizeof(*block) + size + ARENA_SLACK);
	if (block == NULL) {
		exhausted();
		abort();
	}
	block->older = arena->alone;
	if (block->older != NULL) {
		block->older->newer = block;
	}
	arena->alone = block;
	return block->bytes;
}

/* The block of a piece that is alone. */
static struct arena_block *
block_of(void *piece)
{
	return (struct arena_block *)((char *)piece - offsetof(struct arena_block, bytes));
}

/* Where the block that is next to this one, towards the newest, points to it. */
static struct arena_block **
link_to(struct arena *arena, const struct arena_block *block)
{
	return block->newer == NULL ? &arena->alone : &block->newer->older;
}

void
arena_drop(struct arena *arena, void *piece, size_t size)
{
	if (piece == NULL || size < LARGE) {
		return;
	}
	struct arena_block *block = block_of(piece);
	*link_to(arena, block) = block->older;
	if (block->older != NULL) {
		block->older->newer = block->newer;
	}
	free(block);
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	if (size >= LARGE) {
		return alone(arena, size);
	}
	size_t gap = (size_t)(-(uintptr_t)arena->next & (sizeof(void *) - 1));
	if (arena->next == NULL || size + gap > (size_t)(arena->end - arena->next)) {
		add_block(arena, size);
		gap = 0;
	}
	char *piece = arena->next + gap;
	arena->next = piece + size;
	return arena->is_zeroed ? piece : memset(piece, 0, size);
}

void *
arena_grow(struct arena *arena, void *piece, size_t size, size_t grown)
{
	if (size < LARGE) {
		void *copy = arena_alloc(arena, grown);
		return size == 0 ? copy : memcpy(copy, piece, size);
	}
	if (grown > SIZE_MAX / 2) {
		arena_run_out();
	}
	struct arena_block *block =
		arena_realloc(block_of(piece), sizeof(*block) + grown + ARENA_SLACK);
	memset(block->bytes + grown, 0, ARENA_SLACK);
	*link_to(arena, block) = block;
	if (block->older != NULL) {
		block->older->newer = block;
	}
	return block->bytes;
}

struct str
arena_copy(struct arena *arena, struct str text)
{
	return arena_join(arena, &text, 1);
}

struct str
arena_keep(struct arena *arena, struct str part, struct str whole)
{
	uintptr_t at = (uintptr_t)part.data, start = (uintptr_t)whole.data;
	bool is_inside = at >= start && at - start + part.length <= whole.length;
	return is_inside ? part : arena_copy(arena, part);
}

struct str
arena_join(struct arena *arena, const struct str *parts, size_t count)
{
	size_t length = 0;
	for (size_t i = 0; i < count; i++) {
		length += parts[i].length;
	}
	char *bytes = arena_bytes(arena, length + 1), *to = bytes;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].length > 0) {
			memcpy(to, parts[i].data, parts[i].length);
			to += parts[i].length;
		}
	}
	*to = '\0';
	return (struct str){bytes, length};
}

struct str
arena_number(struct arena *arena, long long number)
{
	char digits[24];
	int length = snprintf(digits, sizeof(digits), "%lld", number);
	return arena_copy(arena, (struct str){digits, (size_t)length});
}

static void
free_blocks(struct arena_block *block)
{
	while (block != NULL) {
		struct arena_block *older = block->older;
		free(block);
		block = older;
	}
}

void
arena_free(struct arena *arena)
{
	free_blocks(arena->blocks);
	free_blocks(arena->alone);
	*arena = (struct arena){0};
}
