/*
 * Binding: every name of a template is looked up before any data is rendered, in the field tables
 * of the records on the stack. A name that cannot exist is an error at its line and column in the
 * template. Only names in free data (struct value) wait until there is data.
 */
#ifndef ERRSPEC_MUSTACHE_BIND_H
#define ERRSPEC_MUSTACHE_BIND_H

#include <stddef.h>

#include "mustache/binder.h"
#include "mustache/template.h"
#include "spec/field.h"

struct place_of_call;
struct routine;

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

/*
 * The routine of the template that is named at a place of a lazy binder; NULL after a report at
 * `span` or in the template.
 */
const struct routine *
bind_later(struct binder *binder, struct place_of_call *place, struct span span);

/*
 * The routine of the template called `name`, a name that the data gave at this place while
 * rendering; everything the template includes is bound too. NULL after a report, or if a lenient
 * binder has no such template.
 */
const struct routine *
bind_called(struct binder *binder, struct place_of_call *place, struct str name, struct span span);

#endif
