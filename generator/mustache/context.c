#include "mustache/context.h"

static bool
is_same(const struct context *a, const struct context *b)
{
	return a->kind == b->kind && a->type == b->type && a->is_item == b->is_item &&
		a->record == b->record && a->field == b->field;
}

static bool
is_bottom(const struct context *context)
{
	return context->below == NULL;
}

struct context *
context_push(struct arena *arena, struct context *below, const struct context *frame)
{
	for (struct context *child = below->children; child != NULL; child = child->sibling) {
		if (is_same(child, frame)) {
			return child;
		}
	}
	uint16_t slot = is_bottom(below) ? 0 : (uint16_t)(below->slot + 1);
	if (slot + 1 >= SLOTS_MAX) {
		return NULL;
	}
	struct context *context = arena_alloc(arena, sizeof(*context));
	*context = *frame;
	context->below = below;
	context->slot = slot;
	context->sibling = below->children;
	below->children = context;
	return context;
}

struct context *
context_push_free(struct arena *arena, struct context *below)
{
	if (!is_bottom(below) && below->kind == FRAME_FREE) {
		return below;
	}
	return context_push(arena, below, &(struct context){.kind = FRAME_FREE});
}
