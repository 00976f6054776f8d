/*
 * Hashes: a set of the hashes of words, where only one that comes twice is worth a closer look. It
 * takes eight bytes a word. A zeroed struct hashes is an empty set.
 */
#ifndef ERRSPEC_TARGET_HASHES_H
#define ERRSPEC_TARGET_HASHES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hashes {
	uint64_t *slots; /* 0: free */
	size_t capacity; /* a power of two, or 0 */
	size_t count;
};

/* Makes room for `more` hashes. */
void hashes_reserve(struct hashes *hashes, size_t more);

/* Puts a hash into the set; true if it was there already. */
bool hashes_note(struct hashes *hashes, uint64_t hash);

/* Empties the set and keeps its room. */
void hashes_clear(struct hashes *hashes);

/* Gives the memory back; the set is empty and usable afterwards. */
void hashes_free(struct hashes *hashes);

#endif
