/* The scribe: writes the ops of one routine, node by node. */
#ifndef ERRSPEC_MUSTACHE_SCRIBE_H
#define ERRSPEC_MUSTACHE_SCRIBE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "mustache/reference.h"
#include "mustache/routine.h"

/* How the lines of the nodes at hand are changed. */
struct margin {
	struct str add; /* what a line begins with instead of ... */
	size_t strip; /* ... this many of its blanks */
};

struct scribe {
	struct binder *binder;
	struct routine *routine;
	const struct template *template; /* of the nodes at hand; a block may come from another */
	struct context *context;
	const struct overrides *overrides;
	struct margin margin;
	bool is_mid_line; /* the next line begins behind something that stands already */
	uint64_t nesting; /* sections and blocks around the node */
	struct buf literal; /* text that waits for an op */
};

/* Binds all nodes of a routine's template. */
void scribe_routine(struct binder *binder, struct routine *routine);

/* Appends an op that carries the text before it. Valid until the next one. */
struct op *scribe_op(struct scribe *scribe, op_run *run, const struct site *site);

/* Where the next op will stand; text before it is written out first. */
uint32_t scribe_here(struct scribe *scribe);

/* Lets the op at `from` jump to `to`. */
void scribe_jump(struct scribe *scribe, uint32_t from, uint32_t to);

/* Begins a line: what all lines begin with here. */
void scribe_line(struct scribe *scribe);

/* What a line with these blanks at its start begins with in the end. */
struct str scribe_indent(struct scribe *scribe, struct str blanks);

/* Where the node's name stands. */
struct span scribe_span(const struct scribe *scribe, const struct node *node);

/* The cold part of an op that stands for `node`. */
struct site *scribe_site(struct scribe *scribe, const struct node *node);

/* Appends the op that finds a reference's value, with the way there. */
struct op *scribe_found(struct scribe *scribe, op_run *run, const struct node *node,
	const struct reference *reference);

/*
 * Reports `code` at the node's name, with the name and what it means for arguments. NULL if that
 * was reported before.
 */
struct diag *scribe_report(struct scribe *scribe, int32_t code, const struct node *node,
	const struct reference *reference);

/* Appends a jump to a place that is set later, and returns its index. */
uint32_t scribe_leave(struct scribe *scribe);

/* Lets all jumps of `ends` (uint32_t) lead to the next op. */
void scribe_arrive(struct scribe *scribe, const struct vec *ends);

/* Writes the ops for one of the things that a node's name may mean. */
typedef void
scribe_write(struct scribe *scribe, const struct node *node, const struct reference *reference);

/*
 * Writes each of the things that the node's name may mean, so that it counts if the ones before are
 * not there.
 */
void scribe_each(struct scribe *scribe, const struct node *node, scribe_write *write);

/*
 * The recursion of a template's tree: each kind of node stands in a file of its own, and those that
 * have nodes inside come back to scribe_nodes.
 */

/* Binds nodes from this one on, within one more section or block. */
void scribe_nodes(struct scribe *scribe, const struct node *node);

/* {{name}} and {{{name}}} */
void scribe_variable(struct scribe *scribe, const struct node *node);

/* {{#name}} and {{^name}} */
void scribe_section(struct scribe *scribe, const struct node *node);

/* {{>name}} and {{<name}} */
void scribe_call(struct scribe *scribe, const struct node *node);

/* {{$name}} */
void scribe_block(struct scribe *scribe, const struct node *node);

#endif
