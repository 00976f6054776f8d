/*
 * Routines: one template bound in one context, once for all the places that include it there.
 */
#ifndef ERRSPEC_MUSTACHE_ROUTINE_H
#define ERRSPEC_MUSTACHE_ROUTINE_H

#include <stdbool.h>
#include <stdint.h>

#include "mustache/binder.h"
#include "mustache/overrides.h"

struct routine {
	const struct template *template;
	struct context *context;
	const struct overrides *overrides;
	struct str indent; /* what every line begins with */
	/*
	 * What lines begin with is known only when it is rendered, because a template that includes
	 * itself goes deeper and deeper; it comes before `indent`.
	 */
	bool is_indented;
	uint64_t depth; /* templates around it */
	const struct routine *caller; /* that included it first; NULL: none did */
	struct str name; /* by which it did */
	struct vec ops; /* struct op */
	struct routine *queued;
};

/* Where a template is included: all that its routine depends on but the template itself. */
struct place_of_call {
	struct context *context;
	const struct overrides *overrides;
	struct str indent; /* of the new lines; empty if the tag stands in a line */
	bool is_indented;
	uint64_t depth;
	const struct routine *caller;
	struct str name; /* of the template; of one that the data name, of their field */
	const struct routine *routine; /* of a lazy binder; NULL: nothing was called here yet */
	/* The names that the data gave here so far. */
	struct table names;
	struct vec called; /* const struct routine *, NULL where there is no template of the name */
};

/* The routine for `template` at this place, bound now or waiting in the binder's queue. */
struct routine *routine_at(
	struct binder *binder, const struct place_of_call *place, const struct template *template);

/* Whether the lines of a template included here are indented by the renderer. */
bool routine_is_indented(const struct place_of_call *place);

/*
 * The template called `name`; NULL if there is none or it is unsound. That is reported at `span`,
 * except that a lenient binder says nothing of one that is not there.
 */
const struct template *routine_template(struct binder *binder, struct str name, struct span span);

#endif
