#include "mustache/scribe.h"

/* The block of this name that a parent was given; `*overrides` become those it is among. */
static const struct node *
find_block(const struct overrides **overrides, struct str name)
{
	for (; *overrides != NULL; *overrides = (*overrides)->outside) {
		int64_t index = table_get(&(*overrides)->names, name);
		if (index != TABLE_NONE) {
			return VEC_AT(&(*overrides)->blocks, const struct node *, index);
		}
	}
	return NULL;
}

/* The blocks in force within a parent: those from further outside count before its own. */
static const struct overrides *
add_overrides(struct scribe *scribe, const struct node *parent)
{
	struct arena *arena = scribe->binder->arena;
	struct overrides *own = NULL;
	for (const struct node *node = parent->children; node != NULL; node = node->next) {
		const struct overrides *outside = scribe->overrides;
		if (node->kind != NODE_BLOCK || find_block(&outside, node->name) != NULL) {
			continue;
		}
		if (own == NULL) {
			own = arena_alloc(arena, sizeof(*own));
			own->template = scribe->template;
			own->outside = scribe->overrides;
		}
		if (table_put(&own->names, arena, node->name, own->blocks.count) == TABLE_NONE) {
			VEC_PUSH(&own->blocks, arena, const struct node *, node);
		}
	}
	return own == NULL ? scribe->overrides : own;
}

static struct place_of_call
place_of(struct scribe *scribe, const struct node *node)
{
	return (struct place_of_call){.context = scribe->context,
		.overrides = add_overrides(scribe, node),
		.indent = node->is_line ? scribe_indent(scribe, node->blanks) : STR(""),
		.is_indented = scribe->routine->is_indented,
		.depth = scribe->routine->depth + 1};
}

static uint8_t
flags_of(const struct scribe *scribe, const struct node *node)
{
	return (uint8_t)((node->is_line ? 0 : OP_INLINE) |
		(scribe->binder->lenient ? OP_MAY_MISS : 0));
}

/* What the renderer adds to the lines of the template that is called. */
static struct site *
site_of_call(struct scribe *scribe, const struct node *node, const struct place_of_call *place)
{
	struct site *site = scribe_site(scribe, node);
	site->indent = routine_is_indented(place) ? place->indent : STR("");
	return site;
}

static void
call(struct scribe *scribe, const struct node *node, const struct template *template)
{
	struct place_of_call place = place_of(scribe, node);
	const struct limits *limits = scribe->binder->limits;
	struct site *site = site_of_call(scribe, node, &place);
	if (place.depth > limits->value[LIMIT_PARTIALS]) {
		const struct str arguments[] = {node->name, limit_table[LIMIT_PARTIALS].name,
			arena_number(
				scribe->binder->arena, (long long)limits->value[LIMIT_PARTIALS])};
		binder_report(scribe->binder, ERRSPEC_LIMIT, site->span, arguments, 3);
		return;
	}
	struct op *op = scribe_op(scribe, op_call, site);
	op->flags = flags_of(scribe, node);
	op->data = routine_at(scribe->binder, &place, template);
}

/* The op that takes the template's name from what the reference means; NULL where it is no text. */
static op_run *
name_op(const struct reference *reference)
{
	bool is_text = reference->type == FIELD_NAME || reference->type == FIELD_TEXT ||
		reference->type == FIELD_PATH || reference->type == FIELD_CHOICE;
	bool is_field = reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE;
	return reference_is_free(reference) ? op_name_of_value
		: is_field && is_text       ? op_name_of_field
					    : NULL;
}

/* Calls what the data names. */
static void
call_named(struct scribe *scribe, const struct node *node)
{
	struct arena *arena = scribe->binder->arena;
	struct place_of_call *place = arena_alloc(arena, sizeof(*place));
	*place = place_of(scribe, node);
	struct site *site = site_of_call(scribe, node, place);
	site->place = place;
	scribe_op(scribe, op_call_named, site)->flags = flags_of(scribe, node);
}

static void
call_dynamic(struct scribe *scribe, const struct node *node)
{
	struct vec ends = {0};
	struct meanings meanings = scribe_resolve(scribe, node);
	for (uint32_t i = 0; i < meanings.count; i++) {
		struct reference reference = scribe_meaning(scribe, meanings, i);
		bool is_last = i + 1 == meanings.count;
		uint32_t find = scribe_lookup(scribe, node, &reference, !is_last);
		if (name_op(&reference) == NULL) {
			scribe_report(scribe, ERRSPEC_NOT_TEMPLATE_NAME, node, &reference);
			break;
		}
		scribe_found(scribe, name_op(&reference), node, &reference)->target =
			reference.type;
		call_named(scribe, node);
		if (!is_last) {
			VEC_PUSH(&ends, scribe->binder->arena, uint32_t, scribe_leave(scribe));
			scribe_jump(scribe, find, scribe_here(scribe));
		}
	}
	scribe_arrive(scribe, &ends);
	scribe_drop(scribe, meanings);
}

void
scribe_call(struct scribe *scribe, const struct node *node)
{
	if (node->is_dynamic) {
		call_dynamic(scribe, node);
		return;
	}
	const struct template *template =
		routine_template(scribe->binder, node->name, scribe_span(scribe, node));
	if (template != NULL) {
		call(scribe, node, template);
	}
}

/* Shows the block that a parent was given in the place of the one that the template has. */
static void
write_override(struct scribe *scribe, const struct node *node, const struct node *block,
	const struct overrides *overrides)
{
	struct scribe outside = *scribe;
	struct str indent = scribe_indent(scribe, node->blanks);
	if (!block->is_line && node->is_line && block->children != NULL) {
		scribe->margin = (struct margin){.add = indent};
		scribe_line(scribe);
	}
	scribe->margin = (struct margin){.add = indent, .strip = block->blanks.length};
	scribe->is_mid_line = block->is_line && !node->is_line;
	scribe->template = overrides->template;
	scribe->overrides = overrides->outside;
	scribe_nodes(scribe, block->children);
	scribe->margin = outside.margin;
	scribe->is_mid_line = false;
	scribe->template = outside.template;
	scribe->overrides = outside.overrides;
}

void
scribe_block(struct scribe *scribe, const struct node *node)
{
	const struct overrides *overrides = scribe->overrides;
	const struct node *block = find_block(&overrides, node->name);
	if (block != NULL) {
		write_override(scribe, node, block, overrides);
	} else {
		scribe_nodes(scribe, node->children);
	}
}
