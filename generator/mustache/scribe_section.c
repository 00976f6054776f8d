#include "mustache/scribe.h"

#include "errspec.h"

/* What a section does with a value of this type. */
static op_run *const conditions[] = {
	[FIELD_NAME] = op_if_text,
	[FIELD_SYMBOL] = op_if_text,
	[FIELD_TEXT] = op_if_text,
	[FIELD_MARKDOWN] = op_if_text,
	[FIELD_PATH] = op_if_text,
	[FIELD_DOTTED_NAME] = op_if_text,
	[FIELD_IMPORT_PATH] = op_if_text,
	[FIELD_LANGUAGE] = op_if_text,
	[FIELD_VERSION] = op_if_text,
	[FIELD_PATTERN] = op_if_text,
	[FIELD_REQUIREMENT] = op_if_text,
	[FIELD_CONDITION] = op_if_text,
	[FIELD_EXPRESSION] = op_if_text,
	[FIELD_INT] = op_if_number,
	[FIELD_CODE] = op_if_number,
	[FIELD_COUNT] = NULL,
	[FIELD_BOOL] = op_if_byte,
	[FIELD_CHOICE] = op_if_byte,
	[FIELD_RANGE] = op_if_range,
	[FIELD_RECORD] = op_if_record,
	[FIELD_LIST] = op_if_list,
	[FIELD_MAP] = op_if_list,
	[FIELD_ANY] = NULL,
};

/* Whether it is an element that was picked from a list. */
static bool
is_element(const struct reference *reference)
{
	return reference->kind == REFERENCE_FIELD && reference->is_element &&
		reference->form == PLAIN_VALUE;
}

static op_run *
condition_of(const struct reference *reference)
{
	if (is_element(reference)) {
		return op_if_element;
	}
	switch (reference->kind) {
	case REFERENCE_WORD:
		return op_if_word;
	case REFERENCE_MEMBER:
		return op_if_member;
	case REFERENCE_EXCESS:
		return reference->type == FIELD_LIST || reference->type == FIELD_MAP
			? op_if_longer_list
			: op_if_longer_text;
	case REFERENCE_EDGE:
		return op_if_edge;
	case REFERENCE_FIELD:
		return reference->form == PLAIN_VALUE || reference->form == COUNTED_VALUE
			? conditions[reference->type]
			: NULL;
	case REFERENCE_POSITION:
	case REFERENCE_FREE:
	case REFERENCE_TOP:
	case REFERENCE_BELOW:
		break;
	}
	return NULL;
}

static bool
is_list(const struct reference *reference)
{
	return reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE &&
		(reference->type == FIELD_LIST || reference->type == FIELD_MAP);
}

/* Whether the section's inside has the value itself on the stack. */
static bool
pushes(const struct reference *reference)
{
	return reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE &&
		reference->type != FIELD_BOOL;
}

/* The frame that a section pushes. */
static struct context
frame_of(const struct reference *reference)
{
	bool of_records = reference->type == FIELD_MAP ||
		(reference->type == FIELD_LIST && reference->field->element == FIELD_RECORD);
	struct context frame = {.type = reference->type};
	frame.is_item = is_list(reference) || is_element(reference);
	if (of_records || reference->type == FIELD_RECORD) {
		frame.kind = FRAME_RECORD;
		frame.type = 0;
		frame.record = reference->record;
		return frame;
	}
	frame.kind = FRAME_SCALAR;
	frame.field = reference->field;
	frame.record = NULL;
	if (is_list(reference)) {
		frame.type = reference->field->element;
	}
	return frame;
}

static void
report_too_high(struct scribe *scribe, const struct node *node)
{
	struct binder *binder = scribe->binder;
	diag_limit(
		binder->sink, LIMIT_DEPTH, SLOTS_MAX, scribe_site(scribe, node)->span, node->name);
}

/* Binds the section's inside with `context` on the stack. */
static void
write_inside(struct scribe *scribe, const struct node *node, struct context *context)
{
	struct context *outside = scribe->context;
	if (context == NULL) {
		report_too_high(scribe, node);
		return;
	}
	scribe->context = context;
	scribe_nodes(scribe, node->children);
	scribe->context = outside;
}

/* A section that shows its inside once or not at all; the jump over it is returned. */
static void
write_condition(struct scribe *scribe, const struct node *node, const struct reference *reference)
{
	struct context *context = scribe->context;
	bool is_inverted = node->kind == NODE_INVERTED;
	if (pushes(reference) && !is_inverted) {
		struct context frame = frame_of(reference);
		context = context_push(scribe->binder->arena, context, &frame);
	}
	struct op *op = scribe_found(scribe, condition_of(reference), node, reference);
	op->flags |= is_inverted ? OP_INVERTED : 0;
	op->target = (uint16_t)(scribe->context->slot + 1);
	if (reference->kind == REFERENCE_WORD) {
		op->word = reference->word;
	} else if (reference->kind == REFERENCE_MEMBER) {
		op->pick = reference->pick;
	} else if (reference->kind == REFERENCE_EXCESS) {
		op->size = reference->most;
	} else {
		op->record = reference->record;
	}
	uint32_t start = scribe->routine->ops.count - 1;
	write_inside(scribe, node, context);
	scribe_jump(scribe, start, scribe_here(scribe));
}

static op_run *
loop_of(const struct scribe *scribe, bool is_inline)
{
	if (scribe->binder->notes_picks) {
		return is_inline ? op_each_inline_noted : op_each_noted;
	}
	return is_inline ? op_each_inline : op_each;
}

/* A section that shows its inside for every element. */
static void
write_loop(struct scribe *scribe, const struct node *node, const struct reference *reference)
{
	struct context frame = frame_of(reference);
	struct context *context = context_push(scribe->binder->arena, scribe->context, &frame);
	bool is_inline = frame.kind == FRAME_SCALAR;
	uint16_t target = (uint16_t)(scribe->context->slot + 1);
	struct op *op = scribe_found(scribe, loop_of(scribe, is_inline), node, reference);
	uint32_t start = scribe->routine->ops.count - 1;
	op->target = target;
	write_inside(scribe, node, context);
	op = scribe_op(scribe, is_inline ? op_next_inline : op_next, scribe_site(scribe, node));
	op->target = target;
	op->size = field_element_size(frame.type);
	uint32_t end = scribe->routine->ops.count;
	scribe_jump(scribe, end - 1, start + 1);
	scribe_jump(scribe, start, end);
}

/* A section over free data, which has just been looked up. */
static void
write_free(struct scribe *scribe, const struct node *node)
{
	struct context *context = scribe->context;
	bool is_inverted = node->kind == NODE_INVERTED;
	struct site *site = scribe_site(scribe, node);
	struct op *op = scribe_op(scribe, is_inverted ? op_unless_value : op_each_value, site);
	uint32_t start = scribe->routine->ops.count - 1;
	if (!is_inverted) {
		context = context_push_free(scribe->binder->arena, context);
	}
	if (!is_inverted && context != NULL) {
		op->target = context->slot;
		op->flags = context == scribe->context ? 0 : OP_NEW_FRAME;
	}
	write_inside(scribe, node, context);
	if (!is_inverted && context != NULL) {
		scribe_op(scribe, op_next_value, site)->target = context->slot;
		scribe_jump(scribe, scribe->routine->ops.count - 1, start + 1);
	}
	scribe_jump(scribe, start, scribe_here(scribe));
}

static void
write_reference(struct scribe *scribe, const struct node *node, const struct reference *reference)
{
	if (reference_is_free(reference)) {
		write_free(scribe, node);
	} else if (condition_of(reference) == NULL) {
		scribe_report(scribe, ERRSPEC_NO_SECTION, node, reference);
	} else if (is_list(reference) && node->kind == NODE_SECTION) {
		write_loop(scribe, node, reference);
	} else {
		write_condition(scribe, node, reference);
	}
}

void
scribe_section(struct scribe *scribe, const struct node *node)
{
	scribe_each(scribe, node, write_reference);
}
