/*
 * Placeholders: the names in braces that stand for the parameters of a message. Of the pairs of
 * braces around a name two stand for one that is meant as such: {{name}} is shown as {name}, and
 * {{{name}}} is a placeholder between braces. A brace that makes no pair stands for itself,
 * and so do those around a name that is too long for a key.
 */
#ifndef ERRSPEC_SPEC_PLACEHOLDER_H
#define ERRSPEC_SPEC_PLACEHOLDER_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Finds the next placeholder, `{name}`, at or behind `*at`, which then stands behind it. Empty
 * where there is none.
 */
struct str placeholder_next(struct str text, size_t *at);

/* The same for a name that is no placeholder, for it stands in two pairs of braces, or in four. */
struct str placeholder_next_literal(struct str text, size_t *at);

/* What is shown of a message that was written so. The text itself where it is the same. */
struct str placeholder_shown(struct arena *arena, struct str text);

/* How a message is written that is shown so, and in which all names in braces are placeholders. */
struct str placeholder_written(struct arena *arena, struct str text);

/* The name between the braces. */
static inline struct str
placeholder_name(struct str placeholder)
{
	return (struct str){placeholder.data + 1, placeholder.length - 2};
}

#endif
