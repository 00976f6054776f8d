#include "mustache/render.h"

#include "mustache/rendering.h"

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
			rendering_push_level(render, frame, data[context->slot]);
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
	diag_limit(binder->sink, LIMIT_OUTPUT, out->limit, span,
		source_get(binder->sink->sources, span.source)->path);
}

bool
render_run(const struct program *program, const void *const *data, struct out *out)
{
	uint32_t errors = program->binder->sink->errors;
	struct render render;
	memset(&render, 0, offsetof(struct render, frames));
	render.out = out;
	render.program = program;
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
