#include "mustache/bind.h"

#include "mustache/routine.h"
#include "mustache/scribe.h"

/* Binds all that waits; false after a report. */
static bool
bind_queue(struct binder *binder)
{
	uint32_t errors = binder->sink->errors;
	while (binder->queue != NULL && binder->work <= binder_work_limit(binder)) {
		struct routine *routine = binder->queue;
		binder->queue = routine->queued;
		scribe_routine(binder, routine);
	}
	return binder->sink->errors == errors;
}

/* The context of a whole stack; NULL if it is too high. */
static struct context *
context_of_stack(struct binder *binder, const struct record *const *stack, size_t depth)
{
	struct context *context = &binder->bottom;
	for (size_t i = 0; i < depth && context != NULL; i++) {
		struct context frame = {.kind = FRAME_RECORD, .record = stack[i]};
		frame.kind = stack[i] == NULL ? FRAME_FREE : FRAME_RECORD;
		context = context_push(binder->arena, context, &frame);
	}
	return context;
}

struct program *
bind_template(struct binder *binder, const struct template *template,
	const struct record *const *stack, size_t depth)
{
	struct place_of_call place = {.context = context_of_stack(binder, stack, depth)};
	struct program *program = arena_alloc(binder->arena, sizeof(*program));
	if (place.context == NULL) {
		return NULL;
	}
	*program = (struct program){binder, NULL, depth};
	program->routine = routine_at(binder, &place, template);
	return bind_queue(binder) ? program : NULL;
}

/* Binds the template called `name` at a place; false after a report. */
static bool
bind_name(struct binder *binder, const struct place_of_call *place, struct str name,
	struct span span, const struct routine **routine)
{
	const struct template *template = routine_template(binder, name, span);
	*routine = template == NULL ? NULL : routine_at(binder, place, template);
	return bind_queue(binder);
}

const struct routine *
bind_later(struct binder *binder, struct place_of_call *place, struct span span)
{
	const struct routine *routine;
	return bind_name(binder, place, place->name, span, &routine) ? routine : NULL;
}

const struct routine *
bind_called(struct binder *binder, struct place_of_call *place, struct str name, struct span span)
{
	int64_t known = table_get(&place->names, name);
	if (known != TABLE_NONE) {
		return VEC_AT(&place->called, const struct routine *, known);
	}
	struct str kept = arena_copy(binder->arena, name);
	const struct routine *routine;
	if (!bind_name(binder, place, kept, span, &routine)) {
		return NULL;
	}
	table_put(&place->names, binder->arena, kept, place->called.count);
	VEC_PUSH(&place->called, binder->arena, const struct routine *, routine);
	return routine;
}
