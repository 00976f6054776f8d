#include "mustache/scribe.h"

#include "errspec.h"

static struct place_of_call
place_of(struct scribe *scribe, const struct node *node)
{
	return (struct place_of_call){.context = scribe->context,
		.overrides = overrides_add(
			scribe->binder->arena, scribe->overrides, scribe->template, node),
		.indent = node->is_line ? scribe_indent(scribe, node->blanks) : STR(""),
		.is_indented = scribe->routine->is_indented,
		.depth = scribe->routine->depth + 1,
		.caller = scribe->routine,
		.name = node->name};
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

/* No limit helps against templates that are bound anew at each round of a circle. */
static void
help_with_circle(struct scribe *scribe, const struct node *node, const struct template *template,
	struct diag *diag)
{
	struct arena *arena = scribe->binder->arena;
	struct str way = node->name;
	const struct routine *routine = scribe->routine;
	while (routine->caller != NULL && routine->template != template) {
		way = ARENA_JOIN(arena, routine->name, STR(" → "), way);
		routine = routine->caller;
	}
	if (diag != NULL && routine->template == template) {
		way = ARENA_JOIN(arena, node->name, STR(" → "), way);
		diag_help(diag,
			ARENA_JOIN(arena, STR("the templates include each other in a circle: "),
				way, STR("; break it")));
	}
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
		help_with_circle(scribe, node, template,
			binder_report(scribe->binder, ERRSPEC_LIMIT, site->span, arguments, 3));
		return;
	}
	struct op *op = scribe_op(scribe, op_call, site);
	op->flags = flags_of(scribe, node);
	op->routine = routine_at(scribe->binder, &place, template);
}

/* The op that takes the template's name from what the reference means; NULL where it is no text. */
static op_run *
name_op(const struct reference *reference)
{
	bool is_text = reference->type == FIELD_NAME || reference->type == FIELD_SYMBOL ||
		reference->type == FIELD_TEXT || reference->type == FIELD_PATH ||
		reference->type == FIELD_CHOICE;
	bool is_field = reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE;
	return reference_is_free(reference) ? op_name_of_value
		: is_field && is_text       ? op_name_of_field
					    : NULL;
}

/* Calls a template that is bound when the op runs: what the data name, or what is called later. */
static void
call_unbound(struct scribe *scribe, const struct node *node, op_run *run)
{
	struct arena *arena = scribe->binder->arena;
	struct place_of_call *place = arena_alloc(arena, sizeof(*place));
	*place = place_of(scribe, node);
	struct site *site = site_of_call(scribe, node, place);
	site->place = place;
	scribe_op(scribe, run, site)->flags = flags_of(scribe, node);
}

/* Calls a template whose name is one of the things that the tag's name may mean. */
static void
call_reference(struct scribe *scribe, const struct node *node, const struct reference *reference)
{
	if (name_op(reference) == NULL) {
		scribe_report(scribe, ERRSPEC_NOT_TEMPLATE_NAME, node, reference);
		return;
	}
	scribe_found(scribe, name_op(reference), node, reference)->type = reference->type;
	call_unbound(scribe, node, op_call_named);
}

void
scribe_call(struct scribe *scribe, const struct node *node)
{
	if (node->is_dynamic) {
		scribe_each(scribe, node, call_reference);
		return;
	}
	if (scribe->binder->is_lazy) {
		call_unbound(scribe, node, op_call_later);
		return;
	}
	const struct template *template =
		routine_template(scribe->binder, node->name, scribe_span(scribe, node));
	if (template != NULL) {
		call(scribe, node, template);
	}
}
