/* A rendering under way: the state of it, for the functions that do the ops' work. */
#ifndef ERRSPEC_MUSTACHE_RENDERING_H
#define ERRSPEC_MUSTACHE_RENDERING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/out.h"
#include "mustache/bind.h"
#include "mustache/op.h"
#include "mustache/pick.h"
#include "mustache/routine.h"

/* One level of a free frame: a value on the stack, perhaps an element of a list. */
struct render_level {
	const struct value *value;
	struct render_level *below; /* within the same frame; or the next one to be used again */
	const struct value *list; /* NULL: not an element */
	uint32_t index;
};

struct frame {
	const void *base; /* the record or scalar; the top level of a free frame */
	const char *items; /* a list: its elements, or pointers to them */
	uint32_t index;
	uint32_t count;
};

/* A template within a template. */
struct render_call {
	const struct op *back;
	struct render_call *outer; /* or the next one to be used again */
	size_t indent_start; /* the caller's part of `indent` */
	size_t indent_end;
};

struct render {
	struct out *out;
	const struct program *program;
	int64_t steps; /* left */
	uint64_t depth; /* of calls */
	const struct value *value; /* found in free data; NULL: absent */
	const struct key_chain *chain; /* whose form is meant by its last part; NULL: none */
	struct value made; /* a position in a list as a value */
	char digits[NUMBER_DIGITS];
	struct str name; /* of the template to be called */
	struct picked picked; /* by the last STEP_PICK */

	struct render_call *calls;
	struct render_call *spare_calls;
	struct render_level *spare_levels;
	struct buf indent; /* what lines begin with: from indent_start on */
	size_t indent_start;

	struct frame frames[SLOTS_MAX]; /* set where they are pushed; the last member */
};

/* Ends the run after a report of a passed limit. */
const struct op *rendering_stop(struct render *render, const struct op *op, enum limit limit);

/* Takes `count` steps; false when there are none left. */
static inline bool
rendering_step(struct render *render, uint32_t count)
{
	render->steps -= count;
	return render->steps > 0 && !render->out->failed;
}

/* The steps that lead to a value, which may be made on the way; NULL where it is absent. */
const char *rendering_walk(const struct render *render, const struct op *op, const char *base);

/* The same where one of them is STEP_PICK: what it picks must be there, else it is reported. */
const char *rendering_walk_picking(struct render *render, const struct op *op, const char *base);

/* Where the op's value stands; NULL where it is absent. */
static inline const void *
rendering_address(struct render *render, const struct op *op)
{
	const char *base = render->frames[op->slot].base;
	if (op->steps > 0) {
		base = op->flags & OP_PICKS ? rendering_walk_picking(render, op, base)
					    : rendering_walk(render, op, base);
		if (base == NULL) {
			return NULL;
		}
	}
	return base + op->offset;
}

/* What the lines of a text at this op begin with. */
static inline struct str
rendering_indent(struct render *render, const struct op *op)
{
	if (render->indent.length == render->indent_start) {
		return op->site->indent;
	}
	buf_add(&render->indent, op->site->indent);
	render->indent.length -= op->site->indent.length;
	return (struct str){render->indent.data + render->indent_start,
		render->indent.length - render->indent_start + op->site->indent.length};
}

/* Appends the decimal digits. */
void rendering_add_natural(struct out *out, uint64_t natural);

/* Makes `value` the top level of a free frame. */
void rendering_push_level(struct render *render, struct frame *frame, const struct value *value);

#endif
