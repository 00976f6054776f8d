/*
 * Lines of a template: a tag that stands alone on its line takes the line away with it, and
 * indentation counts from where a line begins.
 */
#ifndef ERRSPEC_MUSTACHE_LINE_H
#define ERRSPEC_MUSTACHE_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* What is around a tag on its line. */
struct tag_line {
	size_t start; /* of the blanks before the tag */
	size_t rest; /* behind the line break after the tag, or 0 where more than blanks follow */
	bool is_first; /* nothing but blanks before the tag */
};

/* The line around the bytes from `start` to `end`. */
struct tag_line line_around(struct str text, size_t start, size_t end);

/*
 * Where the next line begins if nothing but blanks comes before it, or the end of the text; 0 if
 * something else comes first.
 */
size_t line_rest(struct str text, size_t at);

/*
 * The blanks of the first line from `at` on, a line's start, that holds more than blanks; no data
 * where there is none.
 */
struct str line_indentation(struct str text, size_t at);

#endif
