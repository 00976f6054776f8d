/*
 * Window: the bytes of a file around the place that a reader has come to, whose positions count
 * characters. What lies before the place is given back.
 */
#ifndef ERRSPEC_DATA_WINDOW_H
#define ERRSPEC_DATA_WINDOW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/* A zeroed one stands at the start of a file. */
struct window {
	struct buf bytes;
	size_t start; /* of the place, in `bytes` */
	uint32_t at; /* of the place, in characters; a byte order mark does not count */
	bool has_begun;
	bool is_wide; /* it had a character of more than a byte */
};

/* Appends what was read next. */
void window_add(struct window *window, struct str piece);

/* Goes to a place behind this one, and returns what lies between; valid until window_add. */
struct str window_pass(struct window *window, uint32_t at);

/* The bytes from the place on, as far as they were added. */
struct str window_rest(const struct window *window);

/* The byte before the place; '\n' at the start of the file. */
char window_before(const struct window *window);

/* How many characters the bytes are. */
uint32_t window_count(struct str bytes);

/* Gives the memory back. */
void window_free(struct window *window);

#endif
