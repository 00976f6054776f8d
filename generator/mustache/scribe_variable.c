#include "mustache/scribe.h"

#include "base/utf8.h"
#include "spec/catalogue.h"
#include "errspec.h"

/* How the value of a field is written: by which function, and with a place or without. */
struct writing {
	op_run *plain;
	op_run *placed; /* in a place that the tag names */
	bool needs_place; /* without one, in the one that the target has for all texts */
};

static const struct writing writings[] = {
	[FIELD_NAME] = {op_put_name, op_put_text, false},
	[FIELD_SYMBOL] = {op_put_name, op_put_text, false},
	[FIELD_TEXT] = {op_put_text, op_put_text, true},
	[FIELD_MARKDOWN] = {op_put_text, op_put_text, true},
	[FIELD_PATH] = {op_put_text, op_put_text, true},
	[FIELD_DOTTED_NAME] = {op_put_name, op_put_text, false},
	[FIELD_IMPORT_PATH] = {op_put_name, op_put_text, false},
	[FIELD_LANGUAGE] = {op_put_name, op_put_text, false},
	[FIELD_VERSION] = {op_put_name, op_put_text, false},
	[FIELD_PATTERN] = {op_put_name, op_put_text, false},
	[FIELD_REQUIREMENT] = {op_put_name, op_put_text, false},
	[FIELD_CONDITION] = {op_put_text, op_put_text, true},
	[FIELD_EXPRESSION] = {op_put_text, op_put_text, true},
	[FIELD_INT] = {op_put_integer, op_put_integer, false},
	[FIELD_CODE] = {op_put_code, op_put_code, true},
	[FIELD_COUNT] = {op_put_count, NULL, false},
	[FIELD_BOOL] = {op_put_bool, NULL, false},
	[FIELD_CHOICE] = {op_put_choice, op_put_placed, false},
	[FIELD_RANGE] = {op_put_range, op_put_range, false},
	[FIELD_ANY] = {NULL, NULL, false},
};

static op_run *
run_of_field(const struct reference *reference)
{
	bool is_single = reference->type != FIELD_RECORD && reference->type != FIELD_LIST &&
		reference->type != FIELD_MAP;
	switch (reference->form) {
	case CASED_VALUE:
		return op_put_cased;
	case HEX_VALUE:
		return op_put_hex;
	case WRITTEN_VALUE:
		return op_put_written;
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
run_of_value(const struct reference *reference)
{
	switch (reference->kind) {
	case REFERENCE_WORD:
		return op_put_word;
	case REFERENCE_MEMBER:
		return op_put_member;
	case REFERENCE_EXCESS:
		return NULL;
	case REFERENCE_EDGE:
		return op_put_edge;
	case REFERENCE_POSITION:
		return op_put_position;
	case REFERENCE_FIELD:
		return run_of_field(reference);
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
		reference->chain.form == PLACED_VALUE;
	place = may_name_one ? reference->chain.place : place;
	bool is_markdown = !reference_is_free(reference) && reference->type == FIELD_MARKDOWN;
	bool has_other = place != NULL && is_markdown && place->for_markdown != NULL;
	return has_other ? place->for_markdown : place;
}

static bool
needs_place(const struct binder *binder, const struct reference *reference)
{
	bool is_text = (reference->type != FIELD_CODE || !binder->has_integers_only) &&
		(reference->type != FIELD_PATH || !binder->makes_paths);
	return reference_is_free(reference) ||
		(reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE && is_text &&
			writings[reference->type].needs_place);
}

/* How the node's name goes on to a place, with the places that there are. */
static struct str
offer_places(struct binder *binder, const struct node *node)
{
	const struct escape_set *set = binder->escapes;
	struct str text = STR("declare a place under 'escapes' in the target's manifest, "
			      "and name it behind a dot");
	struct str dot = str_equal(node->name, STR(".")) ? STR("") : STR(".");
	for (uint32_t i = 0; i < set->count; i++) {
		text = i == 0
			? ARENA_JOIN(binder->arena, STR("name the place behind a dot, as in '"),
				  node->name, dot, set->items[i].name, STR("'; places here: "),
				  set->items[i].name)
			: ARENA_JOIN(binder->arena, text, STR(", "), set->items[i].name);
	}
	return text;
}

/* Reports a text that is written for no place, or for none in three braces. */
static void
report_bare(struct scribe *scribe, int32_t code, const struct node *node,
	const struct reference *reference)
{
	struct binder *binder = scribe->binder;
	struct diag *diag = scribe_report(scribe, code, node, reference);
	if (diag == NULL) {
		return;
	}
	struct str help = offer_places(binder, node);
	if (node->kind == NODE_RAW) {
		struct str how = binder->escapes->standard != NULL
			? STR("write it with two braces, or ")
			: STR("write it with two braces, and ");
		help = ARENA_JOIN(binder->arena, how, help);
	}
	diag_help(diag, help);
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
	op_run *run = run_of_value(reference);
	const struct escape *place = place_of(scribe, reference);
	bool is_raw = node->kind == NODE_RAW;
	bool may_be_raw =
		reference_is_free(reference) ? binder->raw_values : reference_is_safe(reference);
	if (run == NULL) {
		scribe_report(scribe, ERRSPEC_NOT_WRITABLE, node, reference);
	} else if (is_raw && !may_be_raw) {
		report_bare(scribe, ERRSPEC_RAW_TEXT, node, reference);
	} else if (!is_raw && place == NULL && needs_place(binder, reference)) {
		report_bare(scribe, ERRSPEC_NO_PLACE, node, reference);
	} else {
		run = is_raw && reference_is_free(reference)  ? op_put_raw_value
			: run == op_put_text && place == NULL ? op_put_name
							      : run;
		struct op *op = scribe_found(scribe, run, node, reference);
		if (reference->form == CASED_VALUE) {
			op->style = (uint16_t)reference->style;
			op->reserved = catalogue_is_name(reference->field) ? binder->packages
									   : binder->reserved;
		} else if (reference->kind == REFERENCE_WORD) {
			op->word = reference->word;
		} else if (reference->kind == REFERENCE_MEMBER) {
			op->pick = reference->pick;
		} else {
			op->place = place;
		}
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
