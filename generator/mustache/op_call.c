/* Ops that go into a template and come back. */
#include "mustache/op.h"
#include "mustache/rendering.h"
#include "errspec.h"

const struct op *
op_indent(struct render *render, const struct op *op)
{
	struct str indent = buf_str(&render->indent);
	if (indent.length > render->indent_start) {
		out_add(render->out, str_skip(indent, render->indent_start));
	}
	return op + 1;
}

/* Goes into a routine; lines in it begin as here and with the site's indent, or as they are. */
static const struct op *
enter(struct render *render, const struct op *op, const struct routine *routine)
{
	const struct limits *limits = render->program->binder->limits;
	struct render_call *call = render->spare_calls;
	if (++render->depth > limits->value[LIMIT_PARTIALS]) {
		return rendering_stop(render, op, LIMIT_PARTIALS);
	}
	if (!rendering_step(render, 1)) {
		return rendering_stop(render, op, LIMIT_STEPS);
	}
	if (call != NULL) {
		render->spare_calls = call->outer;
	} else {
		call = arena_alloc(render->program->binder->arena, sizeof(*call));
	}
	*call = (struct render_call){
		op + 1, render->calls, render->indent_start, render->indent.length};
	render->calls = call;
	if (op->flags & OP_INLINE) {
		render->indent_start = render->indent.length;
	} else {
		buf_add(&render->indent, op->site->indent);
	}
	return routine->ops.items;
}

const struct op *
op_call(struct render *render, const struct op *op)
{
	return enter(render, op, op->routine);
}

const struct op *
op_call_later(struct render *render, const struct op *op)
{
	struct place_of_call *place = op->site->place;
	if (place->routine == NULL) {
		place->routine = bind_later(render->program->binder, place, op->site->span);
	}
	render->out->failed = render->out->failed || place->routine == NULL;
	return render->out->failed ? NULL : enter(render, op, place->routine);
}

const struct op *
op_return(struct render *render, const struct op *op)
{
	struct render_call *call = render->calls;
	(void)op;
	if (call == NULL) {
		return NULL;
	}
	render->calls = call->outer;
	render->depth--;
	render->indent_start = call->indent_start;
	render->indent.length = call->indent_end;
	call->outer = render->spare_calls;
	render->spare_calls = call;
	return call->back;
}

const struct op *
op_name_of_field(struct render *render, const struct op *op)
{
	const void *value = rendering_address(render, op);
	render->name = value == NULL       ? STR("")
		: op->type == FIELD_CHOICE ? field_choice(op->site->field, *(const uint8_t *)value)
					   : text_str(*(const struct text *)value);
	return op + 1;
}

const struct op *
op_name_of_value(struct render *render, const struct op *op)
{
	const struct value *value = render->value;
	struct binder *binder = render->program->binder;
	bool is_text = value != NULL && value->kind == VALUE_STRING;
	render->name = is_text ? value->text : STR("");
	if (value != NULL && !is_text && !binder->lenient) {
		DIAG(binder->sink, ERRSPEC_NOT_TEMPLATE_NAME, op->site->span, op->site->name,
			STR("no text"));
		render->out->failed = true;
		return NULL;
	}
	return op + 1;
}

const struct op *
op_call_named(struct render *render, const struct op *op)
{
	struct binder *binder = render->program->binder;
	uint32_t errors = binder->sink->errors;
	if (render->name.length == 0 && !(op->flags & OP_MAY_MISS)) {
		DIAG(binder->sink, ERRSPEC_NO_VALUE, op->site->span, op->site->name);
	}
	const struct routine *routine = render->name.length == 0
		? NULL
		: bind_called(binder, op->site->place, render->name, op->site->span);
	if (routine != NULL) {
		return enter(render, op, routine);
	}
	render->out->failed = render->out->failed || binder->sink->errors > errors;
	return render->out->failed ? NULL : op + 1;
}
