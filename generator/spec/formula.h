/*
 * Formulas: conditions and values as a preprocessor and a compiler of C read them. What fits is one
 * line of words, integers and a few marks, and ends neither that line nor what stands around it.
 */
#ifndef ERRSPEC_SPEC_FORMULA_H
#define ERRSPEC_SPEC_FORMULA_H

#include <stdbool.h>

#include "base/arena.h"

/* Whether the text is what an #if may ask: names, integers, defined(X), ! && || and comparisons. */
bool formula_is_condition(struct str text);

/* Whether the text is a constant: names, at least one, and integers, with + - and parentheses. */
bool formula_is_expression(struct str text);

/* The text without the blanks that part no words, so that two spellings are one condition. */
struct str formula_key(struct arena *arena, struct str text);

#endif
