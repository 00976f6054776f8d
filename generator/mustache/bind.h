/*
 * Binding: every name of a template is looked up before any data is rendered, in the field tables
 * of the records on the stack. A name that cannot exist is an error at its line and column in the
 * template. Only names in free data (struct value) wait until there is data.
 */
#ifndef ERRSPEC_MUSTACHE_BIND_H
#define ERRSPEC_MUSTACHE_BIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "mustache/context.h"
#include "mustache/escape.h"
#include "mustache/pick.h"
#include "mustache/reserved.h"
#include "mustache/store.h"
#include "mustache/template.h"
#include "spec/field.h"

/* One binder serves one thread and one set of places. Its lower part begins as zero. */
struct binder {
	struct arena *arena;
	struct diag_sink *sink;
	const struct limits *limits;
	struct store *store; /* partials and parents come from there */
	const struct escape_set *escapes;
	const struct reserved *reserved; /* words that casings rename; NULL: none */
	bool lenient; /* what free data and the store do not have is empty, as mustache wants it */
	bool raw_values; /* free data may be written without escapes */

	struct context bottom;
	struct vec routines; /* struct routine * */
	struct table routine_keys; /* → `routines` */
	struct routine *queue; /* wait to be bound */
	struct vec references; /* struct reference: a stack of what the names at hand may mean */
	struct picks picks; /* made while rendering */
	uint64_t work; /* nodes bound and ops made; bounded by LIMIT_STEPS ... */
	uint64_t allowance; /* ... and this much more, for templates that are long themselves */
};

/* A bound template. Templates whose names are in the data are bound when they are needed. */
struct program {
	struct binder *binder;
	const struct routine *routine;
	size_t depth; /* of the stack it was bound for */
};

/*
 * Binds a template and everything it includes to a stack of record types, the bottom first; NULL
 * stands for free data. NULL after reports of everything found wrong.
 */
struct program *bind_template(struct binder *binder, const struct template *template,
	const struct record *const *stack, size_t depth);

#endif
