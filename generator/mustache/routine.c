#include "mustache/routine.h"

#include "mustache/scribe.h"

const struct template *
routine_template(struct binder *binder, struct str name, struct span span)
{
	bool is_missing = false;
	const struct template *template = store_template(binder->store, name, span, &is_missing);
	if (template == NULL && is_missing && !binder->lenient) {
		DIAG(binder->sink, ERRSPEC_NO_TEMPLATE, span, name);
	}
	return template;
}

bool
routine_is_indented(const struct place_of_call *place)
{
	bool is_free = place->context->below != NULL && place->context->kind == FRAME_FREE;
	return place->is_indented || is_free;
}

/* What tells the routines of a binder apart. */
static struct str
key_of(struct arena *arena, const struct routine *routine)
{
	const uintptr_t parts[] = {(uintptr_t)routine->template, (uintptr_t)routine->context,
		(uintptr_t)routine->overrides, routine->is_indented};
	struct str bytes = {(const char *)parts, sizeof(parts)};
	return ARENA_JOIN(arena, bytes, routine->indent);
}

struct routine *
routine_at(
	struct binder *binder, const struct place_of_call *place, const struct template *template)
{
	bool is_indented = routine_is_indented(place);
	struct routine wanted = {.template = template,
		.context = place->context,
		.overrides = place->overrides,
		.indent = is_indented ? STR("") : place->indent,
		.is_indented = is_indented,
		.depth = place->depth,
		.queued = binder->queue};
	struct vec *routines = &binder->routines;
	int64_t known = table_put(&binder->routine_keys, binder->arena,
		key_of(binder->arena, &wanted), routines->count);
	if (known != TABLE_NONE) {
		return VEC_AT(routines, struct routine *, known);
	}
	struct routine *routine = arena_alloc(binder->arena, sizeof(*routine));
	*routine = wanted;
	VEC_PUSH(routines, binder->arena, struct routine *, routine);
	binder->queue = routine;
	return routine;
}

bool
routine_bind_queue(struct binder *binder)
{
	uint32_t errors = binder->sink->errors;
	while (binder->queue != NULL && binder->work <= scribe_work_limit(binder)) {
		struct routine *routine = binder->queue;
		binder->queue = routine->queued;
		scribe_routine(binder, routine);
	}
	return binder->sink->errors == errors;
}

const struct routine *
routine_called(
	struct binder *binder, struct place_of_call *place, struct str name, struct span span)
{
	int64_t known = table_get(&place->names, name);
	if (known != TABLE_NONE) {
		return VEC_AT(&place->called, const struct routine *, known);
	}
	struct str kept = arena_copy(binder->arena, name);
	const struct template *template = routine_template(binder, kept, span);
	const struct routine *routine =
		template == NULL ? NULL : routine_at(binder, place, template);
	if (!routine_bind_queue(binder)) {
		return NULL;
	}
	table_put(&place->names, binder->arena, kept, place->called.count);
	VEC_PUSH(&place->called, binder->arena, const struct routine *, routine);
	return routine;
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
	return routine_bind_queue(binder) ? program : NULL;
}
