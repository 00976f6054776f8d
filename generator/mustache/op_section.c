/* Ops that go on, jump and repeat: sections over values of field tables. */
#include "mustache/op.h"
#include "mustache/rendering.h"

/* On where the value is there (or, inverted, is not), with it on the stack. */
static inline const struct op *
decide(struct render *render, const struct op *op, bool is_present, const void *value)
{
	bool is_inverted = (op->flags & OP_INVERTED) != 0;
	if (is_present == is_inverted) {
		return op + op->jump;
	}
	if (is_present) {
		render->frames[op->target].base = value;
	}
	return op + 1;
}

const struct op *
op_if_text(struct render *render, const struct op *op)
{
	const struct text *text = rendering_address(render, op);
	return decide(render, op, text != NULL && text->length > 0, text);
}

const struct op *
op_if_number(struct render *render, const struct op *op)
{
	const struct number *number = rendering_address(render, op);
	return decide(render, op, number != NULL && number->kind != NUMBER_ABSENT, number);
}

const struct op *
op_if_range(struct render *render, const struct op *op)
{
	const struct range *range = rendering_address(render, op);
	return decide(render, op, range != NULL && range->low.kind != NUMBER_ABSENT, range);
}

const struct op *
op_if_byte(struct render *render, const struct op *op)
{
	const uint8_t *byte = rendering_address(render, op);
	return decide(render, op, byte != NULL && *byte != 0, byte);
}

const struct op *
op_if_record(struct render *render, const struct op *op)
{
	const char *value = rendering_address(render, op);
	bool is_present = value != NULL && field_record_is_there(op->record, value);
	return decide(render, op, is_present, value);
}

const struct op *
op_if_list(struct render *render, const struct op *op)
{
	const struct vec *list = rendering_address(render, op);
	return decide(render, op, list != NULL && list->count > 0, list);
}

const struct op *
op_if_word(struct render *render, const struct op *op)
{
	const uint8_t *choice = rendering_address(render, op);
	return decide(render, op, choice != NULL && *choice == op->word, choice);
}

const struct op *
op_if_member(struct render *render, const struct op *op)
{
	const struct vec *list = rendering_address(render, op);
	bool has_it =
		list != NULL && pick_find(render->program->binder, op->pick, list) != TABLE_NONE;
	return decide(render, op, has_it, list);
}

const struct op *
op_if_longer_text(struct render *render, const struct op *op)
{
	const struct text *text = rendering_address(render, op);
	return decide(render, op, text != NULL && text->length > op->size, NULL);
}

const struct op *
op_if_longer_list(struct render *render, const struct op *op)
{
	const struct vec *list = rendering_address(render, op);
	return decide(render, op, list != NULL && list->count > op->size, NULL);
}

const struct op *
op_if_edge(struct render *render, const struct op *op)
{
	const struct frame *frame = &render->frames[op->slot];
	bool is_last = frame->index + 1 == frame->count;
	return decide(render, op, op->flags & OP_LAST ? is_last : frame->index == 0, NULL);
}

/* An element knows its place in the list, as in a section over all of them. */
const struct op *
op_if_element(struct render *render, const struct op *op)
{
	const void *element = rendering_address(render, op);
	bool is_inverted = (op->flags & OP_INVERTED) != 0;
	if (element != NULL && !is_inverted) {
		struct frame *frame = &render->frames[op->target];
		*frame = (struct frame){
			.index = render->picked.index, .count = render->picked.count};
	}
	return decide(render, op, element != NULL, element);
}

/* The frame of a list's first element; NULL if there is none. */
static struct frame *
begin_list(struct render *render, const struct op *op)
{
	const struct vec *list = rendering_address(render, op);
	if (list == NULL || list->count == 0) {
		return NULL;
	}
	struct frame *frame = &render->frames[op->target];
	*frame = (struct frame){.items = list->items, .count = list->count};
	return frame;
}

const struct op *
op_each(struct render *render, const struct op *op)
{
	struct frame *frame = begin_list(render, op);
	if (frame == NULL) {
		return op + op->jump;
	}
	frame->base = *(const void *const *)frame->items;
	return op + 1;
}

static void
note(struct render *render, const struct op *op)
{
	const struct vec *list = rendering_address(render, op);
	if (list != NULL) {
		pick_note_whole(render->program->binder, op->site->field->record, list);
	}
}

const struct op *
op_each_noted(struct render *render, const struct op *op)
{
	note(render, op);
	return op_each(render, op);
}

const struct op *
op_each_inline_noted(struct render *render, const struct op *op)
{
	note(render, op);
	return op_each_inline(render, op);
}

/* A round takes as many steps as it has ops. */
const struct op *
op_next(struct render *render, const struct op *op)
{
	struct frame *frame = &render->frames[op->target];
	if (!rendering_step(render, (uint32_t)(1 - op->jump))) {
		return rendering_stop(render, op, LIMIT_STEPS);
	}
	if (++frame->index == frame->count) {
		return op + 1;
	}
	frame->items += sizeof(void *);
	frame->base = *(const void *const *)frame->items;
	return op + op->jump;
}

const struct op *
op_each_inline(struct render *render, const struct op *op)
{
	struct frame *frame = begin_list(render, op);
	if (frame == NULL) {
		return op + op->jump;
	}
	frame->base = frame->items;
	return op + 1;
}

const struct op *
op_next_inline(struct render *render, const struct op *op)
{
	struct frame *frame = &render->frames[op->target];
	if (!rendering_step(render, (uint32_t)(1 - op->jump))) {
		return rendering_stop(render, op, LIMIT_STEPS);
	}
	if (++frame->index == frame->count) {
		return op + 1;
	}
	frame->items += op->size;
	frame->base = frame->items;
	return op + op->jump;
}

const struct op *
op_text(struct render *render, const struct op *op)
{
	(void)render;
	return op + 1;
}

const struct op *
op_jump(struct render *render, const struct op *op)
{
	(void)render;
	return op + op->jump;
}
