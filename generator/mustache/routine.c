#include "mustache/routine.h"

#include "errspec.h"

const struct template *
routine_template(struct binder *binder, struct str name, struct span span)
{
	bool is_missing = false;
	const struct template *template =
		store_template(binder->store, binder->shelves, name, span, &is_missing);
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
		.caller = place->caller,
		.name = place->name,
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
