#include "mustache/scribe.h"

#include "base/utf8.h"
#include "mustache/meaning.h"

struct meanings
scribe_resolve(struct scribe *scribe, const struct node *node)
{
	struct name_use use = {node->name, scribe->template->source, scribe->context};
	struct vec *references = &scribe->binder->references;
	struct meanings meanings = {.start = references->count};
	if (!meaning_find(scribe->binder, &use)) {
		references->count = meanings.start;
	}
	meanings.count = references->count - meanings.start;
	return meanings;
}

struct reference
scribe_meaning(const struct scribe *scribe, struct meanings meanings, uint32_t index)
{
	return VEC_AT(&scribe->binder->references, struct reference, meanings.start + index);
}

void
scribe_drop(struct scribe *scribe, struct meanings meanings)
{
	scribe->binder->references.count = meanings.start;
}

void
scribe_report(struct scribe *scribe, int32_t code, const struct node *node,
	const struct reference *reference)
{
	const struct str arguments[] = {node->name, reference_noun(reference)};
	binder_report(scribe->binder, code, scribe_span(scribe, node), arguments, 2);
}

struct op *
scribe_found(struct scribe *scribe, op_run *run, const struct node *node,
	const struct reference *reference)
{
	struct site *site = scribe_site(scribe, node);
	struct step *steps = NULL;
	struct lookup *lookup = NULL;
	if (run == op_find || run == op_find_top || run == op_find_below) {
		lookup = arena_alloc(scribe->binder->arena, sizeof(*lookup));
		*lookup = reference->lookup;
	}
	if (reference->step_count > 0) {
		size_t size = reference->step_count * sizeof(*steps);
		steps = arena_alloc(scribe->binder->arena, size);
		memcpy(steps, reference->steps, size);
	}
	site->lookup = lookup;
	site->steps = steps;
	site->field = reference->field;
	struct op *op = scribe_op(scribe, run, site);
	op->slot = reference->slot;
	op->offset = reference->offset;
	op->steps = reference->step_count;
	op->flags = reference->flags;
	return op;
}

uint32_t
scribe_lookup(struct scribe *scribe, const struct node *node, const struct reference *reference,
	bool falls_back)
{
	if (!reference_is_free(reference)) {
		return 0;
	}
	op_run *run = reference->kind == REFERENCE_FREE ? op_find
		: reference->kind == REFERENCE_TOP      ? op_find_top
							: op_find_below;
	struct op *op = scribe_found(scribe, run, node, reference);
	op->flags = falls_back ? OP_FALLS_BACK : scribe->binder->lenient ? OP_MAY_MISS : 0;
	return scribe->routine->ops.count - 1;
}

/* How the value of a field is written: by which function, and with a place or without. */
struct writing {
	op_run *plain;
	op_run *placed; /* in a place that the tag names */
	bool needs_place; /* without one, in the one that the target has for all texts */
};

static const struct writing writings[] = {
	[FIELD_NAME] = {op_put_name, op_put_text, false},
	[FIELD_TEXT] = {op_put_text, op_put_text, true},
	[FIELD_MARKDOWN] = {op_put_text, op_put_text, true},
	[FIELD_PATH] = {op_put_text, op_put_text, true},
	[FIELD_DOTTED_NAME] = {op_put_name, op_put_text, false},
	[FIELD_IMPORT_PATH] = {op_put_name, op_put_text, false},
	[FIELD_LANGUAGE] = {op_put_name, op_put_text, false},
	[FIELD_VERSION] = {op_put_name, op_put_text, false},
	[FIELD_INT] = {op_put_integer, op_put_integer, false},
	[FIELD_CODE] = {op_put_code, op_put_code, true},
	[FIELD_COUNT] = {op_put_count, NULL, false},
	[FIELD_BOOL] = {op_put_bool, NULL, false},
	[FIELD_CHOICE] = {op_put_choice, op_put_placed, false},
	[FIELD_RANGE] = {op_put_range, op_put_range, false},
	[FIELD_ANY] = {NULL, NULL, false},
};

static op_run *
run_of_field(const struct scribe *scribe, const struct reference *reference)
{
	bool is_single = reference->type != FIELD_RECORD && reference->type != FIELD_LIST &&
		reference->type != FIELD_MAP;
	switch (reference->form) {
	case CASED_VALUE:
		return op_put_cased;
	case HEX_VALUE:
		return op_put_hex;
	case PATH_VALUE:
		return op_put_folder;
	case COUNTED_VALUE:
		return op_put_length;
	case PLACED_VALUE:
		return writings[reference->type].placed;
	case PLAIN_VALUE:
		break;
	}
	return is_single ? writings[reference->type].plain : NULL;
}

static op_run *
run_of_value(const struct scribe *scribe, const struct reference *reference)
{
	switch (reference->kind) {
	case REFERENCE_WORD:
		return op_put_word;
	case REFERENCE_EDGE:
		return op_put_edge;
	case REFERENCE_POSITION:
		return op_put_position;
	case REFERENCE_FIELD:
		return run_of_field(scribe, reference);
	case REFERENCE_FREE:
	case REFERENCE_TOP:
	case REFERENCE_BELOW:
		break;
	}
	return op_put_value;
}

/* The place that the value is written for; NULL for none, which the caller may not accept. */
static const struct escape *
place_of(const struct scribe *scribe, const struct reference *reference)
{
	const struct escape *place = reference->form == PLACED_VALUE
		? reference->place
		: scribe->binder->escapes->standard;
	bool may_name_one = place == NULL && reference_is_free(reference) &&
		reference->lookup.form == PLACED_VALUE;
	place = may_name_one ? reference->lookup.place : place;
	bool is_markdown = !reference_is_free(reference) && reference->type == FIELD_MARKDOWN;
	bool has_other = place != NULL && is_markdown && place->for_markdown != NULL;
	return has_other ? place->for_markdown : place;
}

/* What the function wants to know. */
static const void *
data_of(const struct scribe *scribe, const struct reference *reference, const struct escape *place)
{
	if (reference->form == CASED_VALUE) {
		return scribe->binder->reserved;
	}
	bool is_choice = reference->kind == REFERENCE_FIELD && reference->type == FIELD_CHOICE;
	return is_choice && reference->form == PLAIN_VALUE ? (const void *)reference->field : place;
}

static bool
needs_place(const struct reference *reference)
{
	return reference_is_free(reference) ||
		(reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE &&
			writings[reference->type].needs_place);
}

/* Writes one of the things that the name may mean. */
static void
write_reference(struct scribe *scribe, const struct node *node, const struct reference *reference)
{
	struct binder *binder = scribe->binder;
	struct reference scalar;
	if (reference->is_element) {
		scalar = *reference;
		reference = reference_shorten(&scalar) ? &scalar : reference;
	}
	op_run *run = run_of_value(scribe, reference);
	const struct escape *place = place_of(scribe, reference);
	bool is_raw = node->kind == NODE_RAW;
	bool may_be_raw =
		reference_is_free(reference) ? binder->raw_values : reference_is_safe(reference);
	if (run == NULL) {
		scribe_report(scribe, ERRSPEC_NOT_WRITABLE, node, reference);
	} else if (is_raw && !may_be_raw) {
		scribe_report(scribe, ERRSPEC_RAW_TEXT, node, reference);
	} else if (!is_raw && place == NULL && needs_place(reference)) {
		scribe_report(scribe, ERRSPEC_NO_PLACE, node, reference);
	} else {
		run = is_raw && reference_is_free(reference) ? op_put_raw_value : run;
		struct op *op = scribe_found(scribe, run, node, reference);
		op->data = data_of(scribe, reference, place);
		op->target = reference->kind == REFERENCE_WORD ? reference->word
			: reference->form == CASED_VALUE       ? (uint16_t)reference->style
							       : (uint16_t)reference->type;
	}
}

/* {{U+FEFF}} writes the character, so that no template need hold what nobody sees. */
static void
write_character(struct scribe *scribe, const struct node *node)
{
	uint32_t character = utf8_named(node->name);
	if (character == UTF8_INVALID) {
		binder_report(scribe->binder, ERRSPEC_NO_SUCH_CHARACTER, scribe_span(scribe, node),
			&node->name, 1);
	} else {
		utf8_encode(&scribe->literal, character);
	}
}

void
scribe_variable(struct scribe *scribe, const struct node *node)
{
	if (str_starts(node->name, STR("U+"))) {
		write_character(scribe, node);
	} else {
		scribe_each(scribe, node, write_reference);
	}
}
