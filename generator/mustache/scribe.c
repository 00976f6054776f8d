#include "mustache/scribe.h"

#include "errspec.h"

static void
report_limit(struct scribe *scribe, const struct node *node, enum limit limit)
{
	struct binder *binder = scribe->binder;
	struct span span = {scribe->template->source, node->at, node->length};
	const struct str arguments[] = {source_get(binder->sink->sources, span.source)->path,
		limit_table[limit].name,
		arena_number(binder->arena, (long long)binder->limits->value[limit])};
	binder_report(binder, ERRSPEC_LIMIT, span, arguments, 3);
}

/* The text that waited, with as many bytes behind it as may be read in one piece. */
static const char *
take_literal(struct scribe *scribe)
{
	size_t length = scribe->literal.length;
	char *bytes = arena_bytes(scribe->binder->arena, length + ARENA_SLACK);
	if (length > 0) {
		memcpy(bytes, scribe->literal.data, length);
	}
	memset(bytes + length, 0, ARENA_SLACK);
	scribe->literal.length = 0;
	return bytes;
}

struct op *
scribe_op(struct scribe *scribe, op_run *run, const struct site *site)
{
	struct arena *arena = scribe->binder->arena;
	struct op *op = vec_add(&scribe->routine->ops, arena, sizeof(*op));
	op->run = run;
	op->site = site;
	op->literal_length = (uint32_t)scribe->literal.length;
	op->literal = take_literal(scribe);
	scribe->binder->work++;
	return op;
}

uint32_t
scribe_here(struct scribe *scribe)
{
	if (scribe->literal.length > 0) {
		scribe_op(scribe, op_text, NULL);
	}
	return scribe->routine->ops.count;
}

void
scribe_jump(struct scribe *scribe, uint32_t from, uint32_t to)
{
	VEC_AT(&scribe->routine->ops, struct op, from).jump = (int32_t)to - (int32_t)from;
}

uint32_t
scribe_leave(struct scribe *scribe)
{
	scribe_op(scribe, op_jump, NULL);
	return scribe->routine->ops.count - 1;
}

void
scribe_arrive(struct scribe *scribe, const struct vec *ends)
{
	for (uint32_t i = 0; i < ends->count; i++) {
		scribe_jump(scribe, VEC_AT(ends, uint32_t, i), scribe_here(scribe));
	}
}

struct span
scribe_span(const struct scribe *scribe, const struct node *node)
{
	struct name_use use = {node->name, scribe->template->source, scribe->context};
	return reference_span(scribe->binder, &use, node->name);
}

struct site *
scribe_site(struct scribe *scribe, const struct node *node)
{
	struct site *site = arena_alloc(scribe->binder->arena, sizeof(*site));
	site->span = scribe_span(scribe, node);
	site->name = node->name;
	site->indent = scribe_indent(scribe, node->blanks);
	return site;
}

struct op *
scribe_found(struct scribe *scribe, op_run *run, const struct node *node,
	const struct reference *reference)
{
	struct site *site = scribe_site(scribe, node);
	struct step *steps = NULL;
	struct key_chain *chain = NULL;
	if (run == op_find || run == op_find_top || run == op_find_below) {
		chain = arena_alloc(scribe->binder->arena, sizeof(*chain));
		*chain = reference->chain;
	}
	if (reference->step_count > 0) {
		size_t size = reference->step_count * sizeof(*steps);
		steps = arena_alloc(scribe->binder->arena, size);
		memcpy(steps, reference->steps, size);
	}
	site->chain = chain;
	site->steps = steps;
	site->field = reference->field;
	struct op *op = scribe_op(scribe, run, site);
	op->slot = reference->slot;
	op->offset = reference->offset;
	op->steps = reference->step_count;
	op->flags = reference->flags;
	return op;
}

struct diag *
scribe_report(struct scribe *scribe, int32_t code, const struct node *node,
	const struct reference *reference)
{
	const struct str arguments[] = {node->name, reference_noun(reference)};
	return binder_report(scribe->binder, code, scribe_span(scribe, node), arguments, 2);
}

void
scribe_line(struct scribe *scribe)
{
	if (scribe->is_mid_line) {
		scribe->is_mid_line = false;
		return;
	}
	if (scribe->routine->is_indented) {
		scribe_op(scribe, op_indent, NULL);
	}
	buf_add(&scribe->literal, scribe->margin.add);
}

/* `line` without the blanks that the margin takes away. */
static struct str
strip(const struct scribe *scribe, struct str line)
{
	size_t blanks = 0;
	while (blanks < scribe->margin.strip && blanks < line.length &&
		str_is_blank(line.data[blanks])) {
		blanks++;
	}
	return blanks == 0 ? line : str_skip(line, blanks);
}

struct str
scribe_indent(struct scribe *scribe, struct str blanks)
{
	struct str rest = strip(scribe, blanks);
	return scribe->margin.add.length == 0
		? rest
		: ARENA_JOIN(scribe->binder->arena, scribe->margin.add, rest);
}

static bool
is_empty_line(struct str line)
{
	return str_equal(line, STR("\n")) || str_equal(line, STR("\r\n"));
}

/* The template's text, line by line; an empty line stays empty. */
static void
write_text(struct scribe *scribe, const struct node *text)
{
	bool is_line = text->is_line;
	struct str rest = text->name;
	do {
		size_t end = str_find(rest, 0, '\n');
		struct str line = str_head(rest, end < rest.length ? end + 1 : end);
		rest = str_skip(rest, line.length);
		if (is_line && is_empty_line(line)) {
			scribe->is_mid_line = false;
		} else if (is_line) {
			scribe_line(scribe);
			line = strip(scribe, line);
		}
		buf_add(&scribe->literal, line);
		is_line = true;
	} while (rest.length > 0);
}

static void
write_node(struct scribe *scribe, const struct node *node)
{
	switch (node->kind) {
	case NODE_TEXT:
		write_text(scribe, node);
		break;
	case NODE_VARIABLE:
	case NODE_RAW:
		scribe_variable(scribe, node);
		break;
	case NODE_SECTION:
	case NODE_INVERTED:
		scribe_section(scribe, node);
		break;
	case NODE_PARTIAL:
	case NODE_PARENT:
		scribe_call(scribe, node);
		break;
	case NODE_BLOCK:
		scribe_block(scribe, node);
		break;
	}
}

void
scribe_nodes(struct scribe *scribe, const struct node *node)
{
	struct binder *binder = scribe->binder;
	scribe->nesting++;
	for (; node != NULL; node = node->next) {
		if (scribe->nesting > binder->limits->value[LIMIT_DEPTH] + 1) {
			report_limit(scribe, node, LIMIT_DEPTH);
			break;
		}
		if (++binder->work > binder_work_limit(binder)) {
			report_limit(scribe, node, LIMIT_STEPS);
			break;
		}
		write_node(scribe, node);
	}
	scribe->nesting--;
}

/* The most ops that are copied out of the room in which they were written. */
enum { OPS_COPIED = 1024 };

/* What was written goes with the routine, and the room that it took to the next one. */
static void
keep_ops(struct binder *binder, struct routine *routine)
{
	if (routine->ops.count > OPS_COPIED) {
		binder->ops = (struct vec){0};
		return;
	}
	size_t size = routine->ops.count * sizeof(struct op);
	binder->ops = routine->ops;
	routine->ops.items = memcpy(arena_alloc(binder->arena, size), binder->ops.items, size);
	routine->ops.capacity = routine->ops.count;
}

void
scribe_routine(struct binder *binder, struct routine *routine)
{
	struct scribe scribe = {.binder = binder,
		.routine = routine,
		.template = routine->template,
		.context = routine->context,
		.overrides = routine->overrides,
		.margin = {.add = routine->indent}};
	routine->ops = binder->ops;
	routine->ops.count = 0;
	scribe_nodes(&scribe, routine->template->nodes);
	scribe_op(&scribe, op_return, NULL);
	keep_ops(binder, routine);
	buf_free(&scribe.literal);
}
