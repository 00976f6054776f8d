#include "mustache/meaning.h"
#include "mustache/scribe.h"

/* Adds all that the node's name may mean to the binder's references; returns how many they are. */
static uint32_t
resolve(struct scribe *scribe, const struct node *node)
{
	struct name_use use = {node->name, scribe->template->source, scribe->context};
	struct vec *references = &scribe->binder->references;
	uint32_t first = references->count;
	if (!meaning_find(scribe->binder, &use)) {
		references->count = first;
	}
	return references->count - first;
}

/*
 * Appends the op that looks a reference up in free data and returns its index; does nothing for
 * other references. `falls_back`: where there is no such name, it jumps to a place that is set
 * later.
 */
static uint32_t
look_up(struct scribe *scribe, const struct node *node, const struct reference *reference,
	bool falls_back)
{
	if (!reference_is_free(reference)) {
		return 0;
	}
	op_run *run = reference->kind == REFERENCE_FREE ? op_find
		: reference->kind == REFERENCE_TOP      ? op_find_top
							: op_find_below;
	struct op *op = scribe_found(scribe, run, node, reference);
	op->flags = falls_back ? OP_FALLS_BACK : scribe->binder->lenient ? OP_MAY_MISS : 0;
	return scribe->routine->ops.count - 1;
}

void
scribe_each(struct scribe *scribe, const struct node *node, scribe_write *write)
{
	struct vec *references = &scribe->binder->references, ends = {0};
	uint32_t first = references->count, count = resolve(scribe, node);
	for (uint32_t i = 0; i < count; i++) {
		struct reference reference = VEC_AT(references, struct reference, first + i);
		bool is_last = i + 1 == count;
		uint32_t find = look_up(scribe, node, &reference, !is_last);
		write(scribe, node, &reference);
		if (!is_last) {
			VEC_PUSH(&ends, scribe->binder->arena, uint32_t, scribe_leave(scribe));
			scribe_jump(scribe, find, scribe_here(scribe));
		}
	}
	scribe_arrive(scribe, &ends);
	references->count = first;
}
