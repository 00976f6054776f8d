/* Ops that write a value of a field table. */
#include "mustache/escape.h"
#include "mustache/op.h"
#include "mustache/run.h"

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
static inline void
add_natural(struct out *out, uint64_t natural)
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
run_add_natural(struct out *out, uint64_t natural)
{
	add_natural(out, natural);
}

/* An integer, or the string of a code. */
static inline void
add_number(struct out *out, const struct number *number)
{
	if (number->kind == NUMBER_SIGNED && number->integer < 0) {
		out_add_char(out, '-');
		add_natural(out, 0 - (uint64_t)number->integer);
	} else if (number->kind == NUMBER_STRING) {
		out_add(out, text_str(*number->string));
	} else if (number->kind != NUMBER_ABSENT) {
		add_natural(out, number->natural);
	}
}

struct str
run_scalar(const struct field *field, uint8_t type, const void *value)
{
	return type == FIELD_CHOICE ? field_choice(field, *(const uint8_t *)value)
				    : text_str(*(const struct text *)value);
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
	const struct text *text = run_address(render, op);
	if (text != NULL) {
		add_name(render->out, text_str(*text));
	}
	return op + 1;
}

const struct op *
op_put_text(struct render *render, const struct op *op)
{
	const struct text *text = run_address(render, op);
	if (text != NULL && text->length > 0) {
		escape_add(op->data, render->out, text_str(*text), run_indent(render, op));
	}
	return op + 1;
}

const struct op *
op_put_cased(struct render *render, const struct op *op)
{
	const struct text *text = run_address(render, op);
	if (text != NULL) {
		name_add(render->out, (enum name_case)op->target, text_str(*text));
	}
	return op + 1;
}

void
run_add_renamed(
	struct out *out, const struct reserved *reserved, enum name_case style, struct str name)
{
	if (name.length > OUT_CHUNK / 2) {
		name_add(out, style, name); /* no such word is reserved */
		return;
	}
	if ((size_t)(out->end - out->next) < 2 * name.length) {
		out_flush(out);
	}
	char *start = out->next;
	name_add(out, style, name);
	struct str word = {start, (size_t)(out->next - start)};
	struct str renamed = reserved_rename(reserved, word);
	if (renamed.length > 0) {
		out->next = start;
		out_add(out, renamed);
	}
}

const struct op *
op_put_renamed(struct render *render, const struct op *op)
{
	const struct text *text = run_address(render, op);
	if (text != NULL) {
		run_add_renamed(render->out, op->data, (enum name_case)op->target, text_str(*text));
	}
	return op + 1;
}

void
run_add_folder(struct out *out, struct str name)
{
	while (name.length > 0) {
		size_t dot = str_find(name, 0, '.');
		out_add(out, str_head(name, dot));
		out_add(out, dot < name.length ? STR("/") : STR(""));
		name = str_skip(name, dot < name.length ? dot + 1 : dot);
	}
}

const struct op *
op_put_folder(struct render *render, const struct op *op)
{
	const struct text *text = run_address(render, op);
	if (text != NULL) {
		run_add_folder(render->out, text_str(*text));
	}
	return op + 1;
}

const struct op *
op_put_integer(struct render *render, const struct op *op)
{
	const struct number *number = run_address(render, op);
	if (number != NULL) {
		add_number(render->out, number);
	}
	return op + 1;
}

/* A code is an integer, which no place changes, or a string, which it may. */
const struct op *
op_put_code(struct render *render, const struct op *op)
{
	const struct number *number = run_address(render, op);
	if (number != NULL && number->kind == NUMBER_STRING) {
		escape_add(
			op->data, render->out, text_str(*number->string), run_indent(render, op));
	} else if (number != NULL) {
		add_number(render->out, number);
	}
	return op + 1;
}

const struct op *
op_put_hex(struct render *render, const struct op *op)
{
	const struct number *number = run_address(render, op);
	if (number != NULL) {
		char digits[NUMBER_DIGITS];
		out_add(render->out, number_hex(number, digits));
	}
	return op + 1;
}

const struct op *
op_put_count(struct render *render, const struct op *op)
{
	const uint32_t *count = run_address(render, op);
	if (count != NULL) {
		add_natural(render->out, *count);
	}
	return op + 1;
}

const struct op *
op_put_length(struct render *render, const struct op *op)
{
	const struct vec *list = run_address(render, op);
	add_natural(render->out, list == NULL ? 0 : list->count);
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
	const bool *is_true = run_address(render, op);
	add_bool(render->out, is_true != NULL && *is_true);
	return op + 1;
}

const struct op *
op_put_choice(struct render *render, const struct op *op)
{
	const uint8_t *choice = run_address(render, op);
	if (choice != NULL) {
		out_add(render->out, field_choice(op->data, *choice));
	}
	return op + 1;
}

const struct op *
op_put_word(struct render *render, const struct op *op)
{
	const uint8_t *choice = run_address(render, op);
	add_bool(render->out, choice != NULL && *choice == op->target);
	return op + 1;
}

const struct op *
op_put_range(struct render *render, const struct op *op)
{
	const struct range *range = run_address(render, op);
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
	const void *value = run_address(render, op);
	if (value != NULL) {
		struct str text = run_scalar(op->site->field, (uint8_t)op->target, value);
		escape_add(op->data, render->out, text, run_indent(render, op));
	}
	return op + 1;
}

const struct op *
op_put_position(struct render *render, const struct op *op)
{
	uint32_t index = render->frames[op->slot].index;
	add_natural(render->out, op->flags & OP_ONE_BASED ? index + UINT64_C(1) : index);
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
