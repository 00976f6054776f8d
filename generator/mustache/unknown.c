#include "mustache/unknown.h"

#include "base/nearest.h"
#include "errspec.h"

static void
consider_fields(struct nearest *nearest, const struct record *record)
{
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (!(field->flags & FIELD_HIDDEN)) {
			nearest_consider(nearest, field->key);
		}
		if (field->flags & FIELD_INHERIT) {
			consider_fields(nearest, field->record);
		}
	}
}

static void
consider_positions(struct nearest *nearest)
{
	nearest_consider(nearest, STR("first"));
	nearest_consider(nearest, STR("last"));
	nearest_consider(nearest, STR("index"));
	nearest_consider(nearest, STR("number"));
}

static void
consider_suffixes(
	struct nearest *nearest, const struct binder *binder, const struct reference *reference)
{
	bool is_list = reference->type == FIELD_LIST || reference->type == FIELD_MAP;
	if (is_list && reference->field->flags & FIELD_DECLARED) {
		if (binder->declared != NULL) {
			consider_fields(nearest, binder->declared);
		}
		return;
	}
	if (is_list) {
		nearest_consider(nearest, STR("count"));
		return;
	}
	bool is_name = reference->type == FIELD_NAME || reference->type == FIELD_SYMBOL;
	for (int i = 0; i < NAME_CASES && is_name; i++) {
		nearest_consider(nearest, name_case_table[i]);
	}
	if (reference->type == FIELD_CHOICE) {
		for (const struct str *word = reference->field->choices; word->length > 0; word++) {
			nearest_consider(nearest, *word);
		}
	}
	if (reference->type == FIELD_DOTTED_NAME) {
		nearest_consider(nearest, STR("path"));
	}
	if (reference->type == FIELD_INT || reference->type == FIELD_CODE) {
		nearest_consider(nearest, STR("hex"));
		nearest_consider(nearest, STR("written"));
	}
	for (uint32_t i = 0; i < binder->escapes->count; i++) {
		nearest_consider(nearest, binder->escapes->items[i].name);
	}
}

/* "the names here are those of the code, the module and the run" */
static struct str
describe_stack(struct binder *binder, const struct context *context)
{
	struct str text = STR("the names here are those of ");
	bool is_first = true;
	for (; context->below != NULL; context = context->below) {
		if (context->kind == FRAME_RECORD) {
			text = ARENA_JOIN(binder->arena, text,
				is_first ? STR("the ") : STR(", the "), context->record->name);
			is_first = false;
		}
	}
	return is_first ? STR("no names are here; '.' is the value itself") : text;
}

void
unknown_name(struct binder *binder, const struct name_use *use, struct str part)
{
	struct nearest nearest = nearest_to(part);
	for (const struct context *frame = use->context; frame->below != NULL;
		frame = frame->below) {
		if (frame->kind == FRAME_RECORD) {
			consider_fields(&nearest, frame->record);
		}
		if (frame->is_item) {
			consider_positions(&nearest);
		}
	}
	struct diag *diag = binder_report(
		binder, ERRSPEC_UNKNOWN_TEMPLATE_NAME, reference_span(binder, use, part), &part, 1);
	if (diag != NULL) {
		diag_help(diag, describe_stack(binder, use->context));
	}
	nearest_suggest(binder->arena, diag, &nearest);
}

void
unknown_part(struct binder *binder, const struct name_use *use, const struct reference *reference,
	struct str owner, struct str part)
{
	struct nearest nearest = nearest_to(part);
	bool is_plain = reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE;
	if (is_plain && reference->type == FIELD_RECORD) {
		consider_fields(&nearest, reference->record);
	} else if (is_plain) {
		consider_suffixes(&nearest, binder, reference);
	}
	const struct str arguments[] = {owner, reference_noun(reference), part};
	struct diag *diag = binder_report(binder, ERRSPEC_UNKNOWN_TEMPLATE_PART,
		reference_span(binder, use, part), arguments, 3);
	nearest_suggest(binder->arena, diag, &nearest);
}
