#include "mustache/render.h"

#include "mustache/run.h"

const struct op *
run_stop(struct render *render, const struct op *op, enum limit limit)
{
	const struct binder *binder = render->program->binder;
	struct span span = op->site == NULL ? (struct span){0} : op->site->span;
	struct str name = op->site == NULL ? STR("") : op->site->name;
	if (!render->out->failed) {
		DIAG(binder->sink, ERRSPEC_LIMIT, span, name, limit_table[limit].name,
			arena_number(binder->arena, (long long)binder->limits->value[limit]));
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
run_walk_picking(struct render *render, const struct op *op, const char *base)
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
run_walk(const struct render *render, const struct op *op, const char *base)
{
	const struct step *steps = op->site->steps;
	for (uint8_t i = 0; i < op->steps && base != NULL; i++) {
		const char *at = base + steps[i].offset;
		if (steps[i].kind == STEP_ENTER) {
			base = *(const char *const *)at;
		} else if (steps[i].kind == STEP_MAKE) {
			make_value(render, &steps[i], at);
		} else if (*(const uint8_t *)at != steps[i].shape) {
			return NULL;
		}
	}
	return base;
}

enum { SHORT_LITERAL = ARENA_SLACK };

/* The text before an op. Short ones are copied in one fixed piece, which is faster. */
static inline void
add_literal(struct out *out, const struct op *op)
{
	size_t room = (size_t)(out->end - out->next);
	if (op->literal_length <= SHORT_LITERAL && op->literal_length <= room) {
		memcpy(out->next, op->literal, SHORT_LITERAL);
		out->next += op->literal_length;
	} else {
		out_add(out, (struct str){op->literal, op->literal_length});
	}
}

/* The data goes to the frames; the free frames get their first levels. */
static void
begin(struct render *render, const void *const *data)
{
	const struct context *context = render->program->routine->context;
	for (; context->below != NULL; context = context->below) {
		struct frame *frame = &render->frames[context->slot];
		*frame = (struct frame){0};
		if (context->kind == FRAME_FREE) {
			run_push_level(render, frame, data[context->slot]);
		} else {
			frame->base = data[context->slot];
		}
	}
}

/* Whether the output stayed within its limit; the out itself looks only when it is flushed. */
static bool
is_within_limit(const struct out *out)
{
	return out->flushed + (uint64_t)(out->next - out->start) <= out->limit;
}

static void
report_output(const struct program *program, const struct out *out)
{
	struct binder *binder = program->binder;
	struct span span = {program->routine->template->source, 0, 0};
	DIAG(binder->sink, ERRSPEC_LIMIT, span,
		source_get(binder->sink->sources, span.source)->path,
		limit_table[LIMIT_OUTPUT].name, arena_number(binder->arena, (long long)out->limit));
}

bool
render_run(const struct program *program, const void *const *data, struct out *out)
{
	uint32_t errors = program->binder->sink->errors;
	struct render render = {.out = out, .program = program};
	render.steps = (int64_t)program->binder->limits->value[LIMIT_STEPS];
	begin(&render, data);
	const struct op *op = program->routine->ops.items;
	while (op != NULL) {
		if (op->literal_length > 0) {
			add_literal(out, op);
		}
		op = op->run(&render, op);
	}
	buf_free(&render.indent);
	if (!is_within_limit(out) && program->binder->sink->errors == errors) {
		report_output(program, out);
		out->failed = true;
	}
	return !out->failed && program->binder->sink->errors == errors;
}
