/* Ops that write a value of a field table. */
#include "mustache/escape.h"
#include "mustache/op.h"
#include "mustache/rendering.h"

/* An integer. */
static inline void
add_number(struct out *out, const struct number *number)
{
	if (number->kind == NUMBER_SIGNED && number->integer < 0) {
		out_add_char(out, '-');
		rendering_add_natural(out, 0 - (uint64_t)number->integer);
	} else if (number->kind != NUMBER_ABSENT) {
		rendering_add_natural(out, number->natural);
	}
}

/* A name. One of usual length is copied in two pieces that may overlap. */
static inline void
add_name(struct out *out, struct str name)
{
	char *to = out->next;
	if (name.length > (size_t)(out->end - to) || name.length < 8 || name.length > 32) {
		out_add(out, name);
		return;
	}
	const char *end = name.data + name.length;
	if (name.length >= 16) {
		memcpy(to, name.data, 16);
		memcpy(to + name.length - 16, end - 16, 16);
	} else {
		memcpy(to, name.data, 8);
		memcpy(to + name.length - 8, end - 8, 8);
	}
	out->next = to + name.length;
}

const struct op *
op_put_name(struct render *render, const struct op *op)
{
	const struct text *text = rendering_address(render, op);
	if (text != NULL) {
		add_name(render->out, text_str(*text));
	}
	return op + 1;
}

const struct op *
op_put_text(struct render *render, const struct op *op)
{
	const struct text *text = rendering_address(render, op);
	if (text != NULL && text->length > 0) {
		escape_add(op->place, render->out, text_str(*text), rendering_indent(render, op));
	}
	return op + 1;
}

const struct op *
op_put_cased(struct render *render, const struct op *op)
{
	const struct text *text = rendering_address(render, op);
	if (text != NULL) {
		reserved_add_name(
			op->reserved, render->out, (enum name_case)op->style, text_str(*text));
	}
	return op + 1;
}

const struct op *
op_put_folder(struct render *render, const struct op *op)
{
	const struct text *text = rendering_address(render, op);
	if (text != NULL) {
		name_add_folder(render->out, text_str(*text));
	}
	return op + 1;
}

const struct op *
op_put_integer(struct render *render, const struct op *op)
{
	const struct number *number = rendering_address(render, op);
	if (number != NULL) {
		add_number(render->out, number);
	}
	return op + 1;
}

/* A code is an integer, which no place changes, or a string, which it may. */
const struct op *
op_put_code(struct render *render, const struct op *op)
{
	const struct number *number = rendering_address(render, op);
	if (number != NULL && number->kind == NUMBER_STRING) {
		escape_add(op->place, render->out, text_str(*number->string),
			rendering_indent(render, op));
	} else if (number != NULL) {
		add_number(render->out, number);
	}
	return op + 1;
}

const struct op *
op_put_hex(struct render *render, const struct op *op)
{
	const struct number *number = rendering_address(render, op);
	if (number != NULL) {
		char digits[NUMBER_DIGITS];
		out_add(render->out, number_hex(number, digits));
	}
	return op + 1;
}

const struct op *
op_put_written(struct render *render, const struct op *op)
{
	const struct number *number = rendering_address(render, op);
	if (number != NULL) {
		char digits[NUMBER_DIGITS];
		out_add(render->out, number_written(number, digits));
	}
	return op + 1;
}

const struct op *
op_put_count(struct render *render, const struct op *op)
{
	const uint32_t *count = rendering_address(render, op);
	if (count != NULL) {
		rendering_add_natural(render->out, *count);
	}
	return op + 1;
}

const struct op *
op_put_length(struct render *render, const struct op *op)
{
	const struct vec *list = rendering_address(render, op);
	rendering_add_natural(render->out, list == NULL ? 0 : list->count);
	return op + 1;
}

static void
add_bool(struct out *out, bool is_true)
{
	out_add(out, is_true ? STR("true") : STR("false"));
}

const struct op *
op_put_bool(struct render *render, const struct op *op)
{
	const bool *is_true = rendering_address(render, op);
	add_bool(render->out, is_true != NULL && *is_true);
	return op + 1;
}

const struct op *
op_put_choice(struct render *render, const struct op *op)
{
	const uint8_t *choice = rendering_address(render, op);
	if (choice != NULL) {
		out_add(render->out, field_choice(op->site->field, *choice));
	}
	return op + 1;
}

const struct op *
op_put_word(struct render *render, const struct op *op)
{
	const uint8_t *choice = rendering_address(render, op);
	add_bool(render->out, choice != NULL && *choice == op->word);
	return op + 1;
}

const struct op *
op_put_member(struct render *render, const struct op *op)
{
	const struct vec *list = rendering_address(render, op);
	add_bool(render->out,
		list != NULL && pick_find(render->program->binder, op->pick, list) != TABLE_NONE);
	return op + 1;
}

const struct op *
op_put_range(struct render *render, const struct op *op)
{
	const struct range *range = rendering_address(render, op);
	if (range != NULL) {
		add_number(render->out, &range->low);
		if (number_compare(&range->low, &range->high) != 0) {
			out_add_char(render->out, '-');
			add_number(render->out, &range->high);
		}
	}
	return op + 1;
}

const struct op *
op_put_placed(struct render *render, const struct op *op)
{
	const uint8_t *choice = rendering_address(render, op);
	if (choice != NULL) {
		struct str text = field_choice(op->site->field, *choice);
		escape_add(op->place, render->out, text, rendering_indent(render, op));
	}
	return op + 1;
}

const struct op *
op_put_position(struct render *render, const struct op *op)
{
	uint32_t index = render->frames[op->slot].index;
	rendering_add_natural(render->out, op->flags & OP_ONE_BASED ? index + UINT64_C(1) : index);
	return op + 1;
}

const struct op *
op_put_edge(struct render *render, const struct op *op)
{
	const struct frame *frame = &render->frames[op->slot];
	bool is_last = frame->index + 1 == frame->count;
	add_bool(render->out, op->flags & OP_LAST ? is_last : frame->index == 0);
	return op + 1;
}
