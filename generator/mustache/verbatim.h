/*
 * Verbatim stretches of markdown: spans of code, and addresses in angle brackets. What is found is
 * surely verbatim to every reader of markdown, wherever the paragraph, the item or the cell begins
 * and ends that it stands in; of all else nothing is known. So a span has to begin and end in one
 * line, and what follows a line with a lone back quote is not verbatim, nor is a block of code: a
 * block left open in the text before would turn it inside out.
 */
#ifndef ERRSPEC_MUSTACHE_VERBATIM_H
#define ERRSPEC_MUSTACHE_VERBATIM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* A walk through a text; begins with the text and zeros. */
struct verbatim {
	struct str text;
	size_t at; /* all before here was seen */
	size_t end; /* of the last span or address */
	bool is_lost; /* from here on, no span is sure */
};

/* Whether the byte at `at` is surely verbatim. It is asked for ever greater positions. */
bool verbatim_holds(struct verbatim *verbatim, size_t at);

#endif
