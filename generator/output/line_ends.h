/*
 * Line ends: whether a file is a text with "\r\n" for its "\n", as git makes it where it is told
 * to. The text comes in chunks; the file is read beside whoever else reads it.
 */
#ifndef ERRSPEC_OUTPUT_LINE_ENDS_H
#define ERRSPEC_OUTPUT_LINE_ENDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct line_ends {
	int file;
	uint64_t at; /* in the file, behind what is in `bytes` */
	char bytes[4096];
	size_t next, end; /* in `bytes`, of what has yet to be compared */
	bool differ; /* something else differs too */
};

/* Begins at `at` in the file, -1 for none, with the text from there on. */
void line_ends_begin(struct line_ends *ends, int file, uint64_t at);

/* Compares what comes next in the text. */
void line_ends_take(struct line_ends *ends, struct str text);

/* Whether the text has ended where the file has, and nothing but line ends differed. */
bool line_ends_are_all(struct line_ends *ends);

#endif
