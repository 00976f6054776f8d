/* Ops on free data, which is looked up by name while rendering. */
#include "mustache/escape.h"
#include "base/nearest.h"
#include "mustache/op.h"
#include "mustache/rendering.h"
#include "errspec.h"

static void
pop_level(struct render *render, struct frame *frame)
{
	struct render_level *level = (struct render_level *)(uintptr_t)frame->base;
	frame->base = level->below;
	level->below = render->spare_levels;
	render->spare_levels = level;
}

/* Whether the last part of the name means a form of `value` rather than a key in it. */
static bool
is_form(const struct key_chain *chain, const struct value *value)
{
	bool is_scalar = value->kind != VALUE_LIST && value->kind != VALUE_MAP;
	return chain->form == COUNTED_VALUE ? value->kind == VALUE_LIST
					    : chain->form != PLAIN_VALUE && is_scalar;
}

/* Follows the keys from `from` on; NULL where there is no such key. */
static const struct value *
follow(struct render *render, const struct key_chain *chain, uint32_t from,
	const struct value *value)
{
	for (uint32_t i = from; i < chain->count && value != NULL; i++) {
		const struct value *next = value_get(value, chain->keys[i]);
		if (next == NULL && i + 1 == chain->count && is_form(chain, value)) {
			render->chain = chain;
			return value;
		}
		value = next;
	}
	return value;
}

static const struct value *
make(struct render *render, enum value_kind kind, struct str text)
{
	render->made = (struct value){.kind = kind, .text = text};
	return &render->made;
}

/* first, last, index and number of an element. */
static const struct value *
position(struct render *render, const struct render_level *level, struct str key)
{
	bool is_first = str_equal(key, STR("first")), is_last = str_equal(key, STR("last"));
	bool is_index = str_equal(key, STR("index")), is_number = str_equal(key, STR("number"));
	if (level->list == NULL || !(is_first || is_last || is_index || is_number)) {
		return NULL;
	}
	if (is_first || is_last) {
		bool is_true =
			is_first ? level->index == 0 : level->index + 1 == level->list->items.count;
		return make(render, VALUE_BOOL, is_true ? STR("true") : STR("false"));
	}
	struct number number = {.kind = NUMBER_SIGNED};
	number.integer = (int64_t)level->index + is_number;
	return make(render, VALUE_NUMBER, number_str(&number, render->digits));
}

/* A name is the first level's that has it. Each level is a step. */
static const struct value *
find_in_levels(
	struct render *render, const struct key_chain *chain, const struct render_level *level)
{
	for (; level != NULL; level = level->below) {
		const struct value *value = value_get(level->value, chain->keys[0]);
		render->steps--;
		if (value != NULL) {
			return follow(render, chain, 1, value);
		}
		value = chain->count == 1 ? position(render, level, chain->keys[0]) : NULL;
		if (value != NULL) {
			return value;
		}
	}
	return NULL;
}

static void
consider_keys(struct nearest *nearest, const struct value *value)
{
	for (uint32_t i = 0; value->kind == VALUE_MAP && i < value->items.count; i++) {
		nearest_consider(nearest, VEC_AT(&value->items, struct value_entry, i).key);
	}
}

/* Reports a name that the data lacks, and the nearest one of the free frame on top. */
static void
report_missing(struct render *render, const struct op *op)
{
	struct binder *binder = render->program->binder;
	const struct str *keys = op->site->chain->keys;
	struct nearest nearest = nearest_to(op->site->chain->count > 0 ? keys[0] : STR(""));
	if (op->run == op_find) {
		const struct render_level *level = render->frames[op->slot].base;
		for (; level != NULL && value_get(level->value, keys[0]) == NULL;
			level = level->below) {
			consider_keys(&nearest, level->value);
		}
		nearest.best = level == NULL ? nearest.best : STR("");
	}
	struct diag *diag = DIAG(binder->sink, ERRSPEC_NO_VALUE, op->site->span, op->site->name);
	nearest_suggest(binder->arena, diag, &nearest);
	render->out->failed = true;
}

/* Goes on with what was found; where nothing was, as the op's flags say. */
static const struct op *
go_on(struct render *render, const struct op *op, const struct value *value)
{
	render->value = value;
	if (value != NULL || op->flags & OP_MAY_MISS) {
		return op + 1;
	}
	if (op->flags & OP_FALLS_BACK) {
		return op + op->jump;
	}
	report_missing(render, op);
	return NULL;
}

const struct op *
op_find(struct render *render, const struct op *op)
{
	render->chain = NULL;
	return go_on(
		render, op, find_in_levels(render, op->site->chain, render->frames[op->slot].base));
}

const struct op *
op_find_top(struct render *render, const struct op *op)
{
	const struct render_level *level = render->frames[op->slot].base;
	render->chain = NULL;
	return go_on(render, op, follow(render, op->site->chain, 0, level->value));
}

const struct op *
op_find_below(struct render *render, const struct op *op)
{
	const struct value *const *field = rendering_address(render, op);
	render->chain = NULL;
	return go_on(render, op, field == NULL ? NULL : follow(render, op->site->chain, 0, *field));
}

/* Lists and maps have no text: an error, or nothing for a lenient binder. */
static const struct op *
refuse_to_write(struct render *render, const struct op *op)
{
	struct binder *binder = render->program->binder;
	if (binder->lenient) {
		return op + 1;
	}
	struct str noun = render->value->kind == VALUE_LIST ? STR("a list") : STR("a map");
	DIAG(binder->sink, ERRSPEC_NOT_WRITABLE, op->site->span, op->site->name, noun);
	render->out->failed = true;
	return NULL;
}

/* Writes the value in the form that the last part of the name asks for; `place` may be NULL. */
static const struct op *
put_value(struct render *render, const struct op *op, const struct escape *place)
{
	const struct key_chain *chain = render->chain;
	const struct value *value = render->value;
	enum form_of_value form = chain == NULL ? PLAIN_VALUE : chain->form;
	place = form == PLACED_VALUE ? chain->place : place;
	if (value == NULL) {
		return op + 1;
	}
	if (form == COUNTED_VALUE) {
		rendering_add_natural(render->out, value->items.count);
	} else if (value->kind == VALUE_LIST || value->kind == VALUE_MAP) {
		return refuse_to_write(render, op);
	} else if (form == CASED_VALUE && str_is_name(value->text)) {
		reserved_add_name(
			render->program->binder->reserved, render->out, chain->style, value->text);
	} else if (place != NULL) {
		escape_add(place, render->out, value->text, rendering_indent(render, op));
	} else {
		out_add(render->out, value->text);
	}
	return op + 1;
}

const struct op *
op_put_value(struct render *render, const struct op *op)
{
	return put_value(render, op, op->place);
}

const struct op *
op_put_raw_value(struct render *render, const struct op *op)
{
	return put_value(render, op, NULL);
}

const struct op *
op_unless_value(struct render *render, const struct op *op)
{
	bool is_true = render->value != NULL && value_is_true(render->value);
	return is_true ? op + op->jump : op + 1;
}

static const struct value *
element(const struct value *list, uint32_t index)
{
	return VEC_AT(&list->items, const struct value *, index);
}

const struct op *
op_each_value(struct render *render, const struct op *op)
{
	const struct value *value = render->value;
	struct frame *frame = &render->frames[op->target];
	if (value == NULL || !value_is_true(value)) {
		return op + op->jump;
	}
	if (op->flags & OP_NEW_FRAME) {
		frame->base = NULL;
	}
	bool is_list = value->kind == VALUE_LIST;
	rendering_push_level(render, frame, is_list ? element(value, 0) : value);
	((struct render_level *)(uintptr_t)frame->base)->list = is_list ? value : NULL;
	return op + 1;
}

const struct op *
op_next_value(struct render *render, const struct op *op)
{
	struct frame *frame = &render->frames[op->target];
	struct render_level *level = (struct render_level *)(uintptr_t)frame->base;
	if (!rendering_step(render, (uint32_t)(1 - op->jump))) {
		return rendering_stop(render, op, LIMIT_STEPS);
	}
	if (level->list != NULL && ++level->index < level->list->items.count) {
		level->value = element(level->list, level->index);
		return op + op->jump;
	}
	pop_level(render, frame);
	return op + 1;
}
