#include "mustache/nearest.h"

struct nearest
nearest_to(struct str word)
{
	return (struct nearest){.word = word, .distance = word.length / 3 + 2};
}

void
nearest_consider(struct nearest *nearest, struct str candidate)
{
	size_t distance = str_distance(candidate, nearest->word);
	if (distance < nearest->distance) {
		nearest->distance = distance;
		nearest->best = candidate;
	}
}

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
	if (reference->type == FIELD_LIST || reference->type == FIELD_MAP) {
		nearest_consider(nearest, STR("count"));
		return;
	}
	for (int i = 0; i < NAME_CASES && reference->type == FIELD_NAME; i++) {
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
	}
	for (uint32_t i = 0; i < binder->escapes->count; i++) {
		nearest_consider(nearest, binder->escapes->items[i].name);
	}
}

void
nearest_suggest(struct arena *arena, struct diag *diag, const struct nearest *nearest)
{
	if (diag != NULL && nearest->best.length > 0) {
		diag_help(diag, ARENA_JOIN(arena, STR("did you mean '"), nearest->best, STR("'?")));
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
nearest_report_name(struct binder *binder, const struct name_use *use, struct str part)
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
	struct diag *diag = reference_report(
		binder, ERRSPEC_UNKNOWN_TEMPLATE_NAME, reference_span(binder, use, part), &part, 1);
	if (diag != NULL) {
		diag_help(diag, describe_stack(binder, use->context));
	}
	nearest_suggest(binder->arena, diag, &nearest);
}

void
nearest_report_part(struct binder *binder, const struct name_use *use,
	const struct reference *reference, struct str owner, struct str part)
{
	struct nearest nearest = nearest_to(part);
	bool is_plain = reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE;
	if (is_plain && reference->type == FIELD_RECORD) {
		consider_fields(&nearest, reference->record);
	} else if (is_plain) {
		consider_suffixes(&nearest, binder, reference);
	}
	const struct str arguments[] = {owner, reference_noun(reference), part};
	struct diag *diag = reference_report(binder, ERRSPEC_UNKNOWN_TEMPLATE_PART,
		reference_span(binder, use, part), arguments, 3);
	nearest_suggest(binder->arena, diag, &nearest);
}

struct str
reference_noun(const struct reference *reference)
{
	static const struct str nouns[] = {
		[FIELD_NAME] = STR_INIT("a name"),
		[FIELD_TEXT] = STR_INIT("a text"),
		[FIELD_MARKDOWN] = STR_INIT("a markdown text"),
		[FIELD_PATH] = STR_INIT("a path"),
		[FIELD_DOTTED_NAME] = STR_INIT("a dotted name"),
		[FIELD_IMPORT_PATH] = STR_INIT("an import path"),
		[FIELD_LANGUAGE] = STR_INIT("a language tag"),
		[FIELD_VERSION] = STR_INIT("a version"),
		[FIELD_INT] = STR_INIT("an integer"),
		[FIELD_CODE] = STR_INIT("a code, perhaps a text"),
		[FIELD_COUNT] = STR_INIT("a number"),
		[FIELD_BOOL] = STR_INIT("a boolean"),
		[FIELD_CHOICE] = STR_INIT("a choice"),
		[FIELD_RANGE] = STR_INIT("a range"),
		[FIELD_RECORD] = STR_INIT("a record"),
		[FIELD_LIST] = STR_INIT("a list"),
		[FIELD_MAP] = STR_INIT("a map"),
		[FIELD_ANY] = STR_INIT("free data"),
	};
	switch (reference->kind) {
	case REFERENCE_FREE:
	case REFERENCE_TOP:
	case REFERENCE_BELOW:
		return nouns[FIELD_ANY];
	case REFERENCE_WORD:
	case REFERENCE_EDGE:
		return nouns[FIELD_BOOL];
	case REFERENCE_POSITION:
		return nouns[FIELD_COUNT];
	case REFERENCE_FIELD:
		break;
	}
	return reference->form == COUNTED_VALUE  ? nouns[FIELD_COUNT]
		: reference->form == PLAIN_VALUE ? nouns[reference->type]
						 : STR("a form of a value");
}

struct span
reference_span(const struct binder *binder, const struct name_use *use, struct str part)
{
	const char *start = source_get(binder->sink->sources, use->source)->text.data;
	return (struct span){use->source, (uint32_t)(part.data - start), (uint32_t)part.length};
}

/* Whether the same was reported there before. */
static bool
is_reported(const struct diag_sink *sink, int32_t code, struct span span)
{
	for (uint32_t i = 0; i < sink->items.count; i++) {
		const struct diag *diag = VEC_AT(&sink->items, struct diag *, i);
		if (diag->code == code && diag->span.source == span.source &&
			diag->span.at == span.at) {
			return true;
		}
	}
	return false;
}

struct diag *
reference_report(struct binder *binder, int32_t code, struct span span, const struct str *arguments,
	size_t count)
{
	bool is_known = is_reported(binder->sink, code, span);
	return is_known ? NULL : diag_report(binder->sink, code, span, arguments, count);
}
