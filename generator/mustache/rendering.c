#include "mustache/rendering.h"

#include "spec/code.h"
#include "spec/extra.h"

/* The templates through which a call comes back to itself, as "a → b → a"; empty: it does not. */
static struct str
circle_of(const struct render *render, const struct op *op)
{
	struct arena *arena = render->program->binder->arena;
	struct str way = op->site->name;
	for (const struct render_call *call = render->calls; call != NULL; call = call->outer) {
		const struct site *site = (call->back - 1)->site;
		way = ARENA_JOIN(arena, site->name, STR(" → "), way);
		if (site == op->site) {
			return way;
		}
	}
	return STR("");
}

/* A higher limit ends no circle that the data do not end. */
static void
help_with_circle(const struct render *render, const struct op *op, struct diag *diag)
{
	struct str way = op->site == NULL ? STR("") : circle_of(render, op);
	if (way.length > 0) {
		diag_help(diag,
			ARENA_JOIN(render->program->binder->arena,
				STR("the templates include each other in a circle: "), way,
				STR("; break it, or let a section end it where the data end, and "
				    "raise the limit with --limit partials=NUMBER for data that "
				    "are nested deeper")));
	}
}

const struct op *
rendering_stop(struct render *render, const struct op *op, enum limit limit)
{
	const struct binder *binder = render->program->binder;
	struct span span = op->site == NULL ? (struct span){0} : op->site->span;
	struct str name = op->site == NULL ? STR("") : op->site->name;
	if (!render->out->failed) {
		struct diag *diag =
			diag_limit(binder->sink, limit, binder->limits->value[limit], span, name);
		if (limit == LIMIT_PARTIALS) {
			help_with_circle(render, op, diag);
		}
		render->out->failed = true;
	}
	return NULL;
}

/* From a list, which may be absent, to the element that the step names. */
static const char *
pick(struct render *render, const struct step *step, const char *list)
{
	return pick_element(render->program->binder, step->pick, list, &render->picked);
}

/* Lazy values are the one thing that rendering adds to its data. */
static void
make_value(const struct render *render, const struct step *step, const char *at)
{
	step->make(render->program->binder->arena, (void *)(uintptr_t)at);
}

/* A code's own name in the target, from the map at `at`. */
static const char *
find_own(const struct render *render, const char *at)
{
	return (const char *)code_symbol((const void *)at, render->program->binder->target);
}

/* The record that the binder has for the struct whose place is at `at`. */
static const char *
find_owned(const struct render *render, const char *at)
{
	return render->program->binder->owned.bases[*(const uint32_t *)(const void *)at];
}

/* The value of an extra of the map at `at`, as the manifest declares it. */
static const char *
find_declared(const struct render *render, const struct step *step, const char *at)
{
	struct binder *binder = render->program->binder;
	const struct vec *extras = (const void *)at;
	int64_t index = pick_find(binder, step->pick, extras);
	return index == TABLE_NONE
		? NULL
		: extra_typed(binder->arena, VEC_AT(extras, struct extra *, index),
			  step->pick->declared);
}

/* The way ends before the step `from`; what was to be picked further on is missing. */
static const char *
walk_nowhere(struct render *render, const struct op *op, uint8_t from)
{
	for (uint8_t i = from; i < op->steps; i++) {
		if (op->site->steps[i].kind == STEP_PICK) {
			return pick(render, &op->site->steps[i], NULL);
		}
	}
	return NULL;
}

const char *
rendering_walk_picking(struct render *render, const struct op *op, const char *base)
{
	for (uint8_t i = 0; i < op->steps; i++) {
		const struct step *step = &op->site->steps[i];
		const char *at = base + step->offset;
		if (step->kind == STEP_PICK) {
			base = pick(render, step, at);
			if (base == NULL) {
				return NULL;
			}
		} else if (step->kind == STEP_ENTER) {
			base = *(const char *const *)at;
		} else if (step->kind == STEP_MAKE) {
			make_value(render, step, at);
		} else if (step->kind == STEP_OF_TARGET) {
			base = find_own(render, at);
		} else if (step->kind == STEP_OWNED) {
			base = find_owned(render, at);
		} else if (step->kind == STEP_DECLARED) {
			base = find_declared(render, step, at);
		} else if (*(const uint8_t *)at != step->shape) {
			base = NULL;
		}
		if (base == NULL) {
			return walk_nowhere(render, op, (uint8_t)(i + 1));
		}
	}
	return base;
}

const char *
rendering_walk(const struct render *render, const struct op *op, const char *base)
{
	const struct step *steps = op->site->steps;
	for (uint8_t i = 0; i < op->steps && base != NULL; i++) {
		const char *at = base + steps[i].offset;
		if (steps[i].kind == STEP_ENTER) {
			base = *(const char *const *)at;
		} else if (steps[i].kind == STEP_MAKE) {
			make_value(render, &steps[i], at);
		} else if (steps[i].kind == STEP_OF_TARGET) {
			base = find_own(render, at);
		} else if (steps[i].kind == STEP_OWNED) {
			base = find_owned(render, at);
		} else if (steps[i].kind == STEP_DECLARED) {
			base = find_declared(render, &steps[i], at);
		} else if (*(const uint8_t *)at != steps[i].shape) {
			return NULL;
		}
	}
	return base;
}

/* Room for the digits of a number at the end of a chunk. */
enum { NUMBER_ROOM = 24 };

/* How many decimal digits a number has. */
static inline unsigned
count_digits(uint64_t natural)
{
	unsigned count = 1;
	while (natural >= 10000) {
		natural /= 10000;
		count += 4;
	}
	return count + (natural >= 10) + (natural >= 100) + (natural >= 1000);
}

/* Digits go straight to their places, the last pair first. */
void
rendering_add_natural(struct out *out, uint64_t natural)
{
	static const char pairs[] = "00010203040506070809101112131415161718192021222324"
				    "25262728293031323334353637383940414243444546474849"
				    "50515253545556575859606162636465666768697071727374"
				    "75767778798081828384858687888990919293949596979899";
	if (out->end - out->next < NUMBER_ROOM) {
		out_flush(out);
	}
	char *at = out->next + count_digits(natural);
	out->next = at;
	while (natural >= 100) {
		at -= 2;
		memcpy(at, pairs + natural % 100 * 2, 2);
		natural /= 100;
	}
	if (natural >= 10) {
		memcpy(at - 2, pairs + natural * 2, 2);
	} else {
		at[-1] = (char)('0' + natural);
	}
}

void
rendering_push_level(struct render *render, struct frame *frame, const struct value *value)
{
	struct render_level *level = render->spare_levels;
	if (level != NULL) {
		render->spare_levels = level->below;
	} else {
		level = arena_alloc(render->program->binder->arena, sizeof(*level));
	}
	*level = (struct render_level){
		.value = value, .below = (struct render_level *)(uintptr_t)frame->base};
	frame->base = level;
}
