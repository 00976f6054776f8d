/* Rendering: running a bound template over typed data into an out. */
#ifndef ERRSPEC_MUSTACHE_RENDER_H
#define ERRSPEC_MUSTACHE_RENDER_H

#include <stdbool.h>

#include "base/out.h"
#include "mustache/bind.h"

/*
 * Renders over `data`, a struct for each record of the stack that the template was bound for, a
 * struct value where that was NULL. What is written to `out` is flushed by its owner. Nothing is
 * allocated for each element of a list. False after a report: a limit was passed, the out failed,
 * or free data lacks a name.
 */
bool render_run(const struct program *program, const void *const *data, struct out *out);

#endif
