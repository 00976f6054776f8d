/* Scanning: the next byte of a text that is one of a set, many bytes at a time. */
#ifndef ERRSPEC_MUSTACHE_SCAN_H
#define ERRSPEC_MUSTACHE_SCAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* A set of bytes. A zeroed struct scan_set is the empty set. */
struct scan_set {
	uint8_t stops[256]; /* 1: in the set */
	/*
	 * The same for bytes below 0x80: bit h of low[l] is set if the byte with the halves h and l
	 * is in the set.
	 */
	uint8_t low[16];
	uint8_t high; /* 0x80 if any byte above 0x7F is in the set, else 0 */
};

/* Puts a byte into the set. */
void scan_put(struct scan_set *scan, uint8_t byte);

/*
 * Offset of the first byte of `text` from `at` on that may be in the set, or the length of `text`.
 * Where one byte above 0x7F is in the set, it stops at all of them.
 */
size_t scan_next(const struct scan_set *scan, struct str text, size_t at);

enum { SCAN_SLACK = 16 };

/*
 * As scan_next from the start; the bytes before the stop go to `to`, which has room for the whole
 * text and SCAN_SLACK bytes more.
 */
size_t scan_copy(const struct scan_set *scan, struct str text, char *to);

#endif
