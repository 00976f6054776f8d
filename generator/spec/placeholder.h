/* Placeholders: the names in braces that stand for the parameters of a message. */
#ifndef ERRSPEC_SPEC_PLACEHOLDER_H
#define ERRSPEC_SPEC_PLACEHOLDER_H

#include "base/str.h"

/*
 * Finds the next placeholder, `{name}`, at or behind `*at`, which then stands behind its brace.
 * Empty where there is none.
 */
struct str placeholder_next(struct str text, size_t *at);

/* The name between the braces. */
static inline struct str
placeholder_name(struct str placeholder)
{
	return (struct str){placeholder.data + 1, placeholder.length - 2};
}

#endif
