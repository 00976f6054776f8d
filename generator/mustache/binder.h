/*
 * Binders: all that templates are bound with, and what binding them made so far.
 */
#ifndef ERRSPEC_MUSTACHE_BINDER_H
#define ERRSPEC_MUSTACHE_BINDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "mustache/context.h"
#include "mustache/escape.h"
#include "mustache/reserved.h"
#include "mustache/store.h"

/*
 * A record that each struct of `owner` has under `key`, without being a part of it: the vars that a
 * target has for each module.
 */
struct owned {
	const struct record *owner; /* NULL: there is none */
	struct str key;
	const struct record *record;
	uint16_t
		place; /* of the uint32_t in the owner's struct that says which of `bases` it has */
	const void *const *bases;
};

/* One binder serves one thread and one set of places. Its lower part begins as zero. */
struct binder {
	struct arena *arena;
	struct diag_sink *sink;
	const struct limits *limits;
	struct store *store; /* partials and parents come from there ... */
	struct shelves shelves; /* ... and are looked up on these */
	const struct escape_set *escapes;
	struct str target; /* whose names of their own codes have; empty: none */
	const struct reserved *reserved; /* words that casings rename; NULL: none ... */
	const struct reserved *packages; /* ... and those that casings of the catalogue's name do */
	struct owned owned;
	const struct record *declared; /* a field for each key of extras; NULL: there are none */
	bool has_integers_only; /* codes are no texts, so that they need no place */
	bool lenient; /* what free data and the store do not have is empty, as mustache wants it */
	bool makes_paths; /* what is a path needs no place */
	bool raw_values; /* free data may be written without escapes */
	/*
	 * Templates are bound when they are first called. For those alone that are known to be
	 * sound, as nobody hears of a fault in one that no data call for.
	 */
	bool is_lazy;
	bool notes_picks; /* which elements are picked, and which lists are gone over */

	struct context bottom;
	struct vec routines; /* struct routine * */
	struct table routine_keys; /* → `routines` */
	struct routine *queue; /* wait to be bound */
	struct vec ops; /* struct op: room in which routines are written, one after the other */
	struct vec references; /* struct reference: a stack of what the names at hand may mean */
	struct picks *picks; /* made while rendering; NULL: none yet */
	uint64_t work; /* nodes bound and ops made; bounded by LIMIT_STEPS ... */
	uint64_t allowance; /* ... and this much more, for templates that are long themselves */
};

/* The most work a binder may do. */
uint64_t binder_work_limit(const struct binder *binder);

/*
 * Reports `code` with the arguments unless the same was reported there before: a template that is
 * bound in several contexts says a thing once.
 */
struct diag *binder_report(struct binder *binder, int32_t code, struct span span,
	const struct str *arguments, size_t count);

#endif
