/*
 * Contexts: what is on the stack at a place of a template, known before any data is: the types of
 * the frames. Equal contexts are one object, so that they can be compared by address.
 */
#ifndef ERRSPEC_MUSTACHE_CONTEXT_H
#define ERRSPEC_MUSTACHE_CONTEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "spec/field.h"

enum frame_kind {
	FRAME_RECORD, /* a struct of `record` */
	FRAME_SCALAR, /* a value of `field`: only "." is there */
	FRAME_FREE /* one or more levels of free data, one above the other */
};

/* A frame of the stack, from the top down. The bottom is a context of no kind without `below`. */
struct context {
	const struct context *below;
	enum frame_kind kind;
	uint8_t type; /* FRAME_SCALAR: of enum field_kind */
	bool is_item; /* an element of a list */
	uint16_t slot; /* where the renderer keeps the frame */
	const struct record *record;
	const struct field
		*field; /* FRAME_SCALAR: the field, or the list that it is an element of */
	struct context *children;
	struct context *sibling;
};

/* The most frames on a stack. */
enum { SLOTS_MAX = 256 };

/* The context with one more frame: `frame`, but for its links. NULL if it is too high. */
struct context *
context_push(struct arena *arena, struct context *below, const struct context *frame);

/* The context inside a free value: one more level of the free frame on top, or a new one. */
struct context *context_push_free(struct arena *arena, struct context *below);

#endif
