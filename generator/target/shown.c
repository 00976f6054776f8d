#include "target/shown.h"

#include "mustache/pick.h"
#include "target/plan.h"
#include "errspec.h"

/* The codes that documents with templates of their own show: keys are the bytes of addresses. */
struct shown_codes {
	struct workshop *workshop;
	struct table codes;
};

/*
 * Where the address of the code stands that an element is or shows; NULL if it is none. `slot` has
 * the address of the element.
 */
static const void *
code_slot(const struct record *record, const void *slot)
{
	if (record == &code_record) {
		return slot;
	}
	for (uint16_t i = 0; record != NULL && i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (field->flags & FIELD_INHERIT && field->flags & FIELD_POINTER &&
			field->record == &code_record) {
			return field_value(record, field, *(const void *const *)slot);
		}
	}
	return NULL;
}

/* Adds the codes of a list that were shown; false if its elements are no codes. */
static bool
add_shown(struct shown_codes *shown, const struct pick_list *known)
{
	for (uint32_t i = 0; known->record != NULL && i < known->list->count; i++) {
		const void *slot = &VEC_AT(known->list, const void *, i);
		const void *code = code_slot(known->record, slot);
		if (code == NULL) {
			return false;
		}
		if (known->is_whole || (known->seen != NULL && known->seen[i])) {
			table_put(&shown->codes, shown->workshop->load->scratch,
				(struct str){code, sizeof(void *)}, 0);
		}
	}
	return known->record != NULL;
}

/* The first element that was left out; their count if there is none. */
static uint32_t
first_unseen(const struct pick_list *known)
{
	uint32_t i = 0;
	while (i < known->list->count && known->seen[i]) {
		i++;
	}
	return i;
}

/* Warns of a list of which a template shows some positions and not all. */
static void
check_positions(struct shown_codes *shown, const struct pick_list *known)
{
	struct load *load = shown->workshop->load;
	const struct pick *last = known->last_position;
	if (known->is_whole || last == NULL) {
		return;
	}
	uint32_t unseen = first_unseen(known);
	if (unseen < known->list->count) {
		DIAG(load->sink, ERRSPEC_ELEMENT_NOT_SHOWN, last->span, last->list,
			arena_number(load->arena, known->list->count),
			arena_number(load->arena, unseen));
	}
}

/* Adds what a plan shows; false if none of its templates picks. */
static bool
add_plan(struct shown_codes *shown, const struct plan *plan)
{
	const struct picks *picks = plan->own_binder.picks;
	for (uint32_t i = 0; picks != NULL && i < picks->items.count; i++) {
		const struct pick_list *known = VEC_AT(&picks->items, struct pick_list *, i);
		if (!add_shown(shown, known)) {
			check_positions(shown, known);
		}
	}
	return target_has_own_templates(plan->target);
}

/* Whether the document has a template of its own, which was bound in this run. */
static bool
has_own_template(const struct shown_codes *shown, const struct document *document)
{
	const struct vec *plans = &shown->workshop->plans;
	for (uint32_t i = 0; i < plans->count; i++) {
		const struct target *target = VEC_AT(plans, struct plan *, i)->target;
		if (str_equal(text_str(target->name), text_str(document->layout))) {
			return target_has_own_templates(target);
		}
	}
	return false;
}

static const struct part *
part_of(const struct document *document, const struct module *module)
{
	for (uint32_t i = 0; i < document->parts.count; i++) {
		const struct part *part = VEC_AT(&document->parts, struct part *, i);
		if (str_equal(text_str(part->name), text_str(module->name))) {
			return part;
		}
	}
	return NULL;
}

/* Marks the module's codes that are shown in a part, which has them in the same order. */
static void
mark_shown(const struct shown_codes *shown, const struct part *part, uint8_t *marks)
{
	const struct vec *codes = &part->module->codes;
	for (uint32_t i = 0; i < codes->count; i++) {
		struct str address = {
			(const char *)&VEC_AT(codes, struct code *, i), sizeof(struct code *)};
		marks[i] = marks[i] || table_get(&shown->codes, address) != TABLE_NONE;
	}
}

static void
report_hidden(struct shown_codes *shown, const struct module *module, const uint8_t *marks,
	const struct document *document)
{
	struct diag_sink *sink = shown->workshop->load->sink;
	uint32_t source = shown->workshop->catalogue->source;
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		bool is_hidden = code->status == STATUS_RESERVED || code->status == STATUS_RETIRED;
		if (!marks[i] && !is_hidden) {
			struct diag *diag = DIAG(sink, ERRSPEC_CODE_NOT_SHOWN,
				text_span(code->name, module->source), text_str(code->name));
			diag_note(sink, diag, text_span(document->name, source),
				STR("this document shows its module"));
		}
	}
}

static void
check_module(struct shown_codes *shown, const struct module *module)
{
	const struct vec *documents = &shown->workshop->catalogue->documents;
	const struct document *first = NULL;
	uint8_t *marks = arena_alloc(shown->workshop->load->scratch, module->codes.count + 1);
	for (uint32_t i = 0; i < documents->count; i++) {
		const struct document *document = VEC_AT(documents, struct document *, i);
		const struct part *part = part_of(document, module);
		if (part != NULL && !has_own_template(shown, document)) {
			return;
		}
		if (part != NULL) {
			mark_shown(shown, part, marks);
			first = first == NULL ? document : first;
		}
	}
	if (first != NULL) {
		report_hidden(shown, module, marks, first);
	}
}

bool
shown_check(struct workshop *workshop)
{
	struct shown_codes shown = {.workshop = workshop};
	const struct vec *modules = &workshop->catalogue->modules;
	uint32_t errors = workshop->load->sink->errors;
	bool has_any = false;
	for (uint32_t i = 0; i < workshop->plans.count; i++) {
		has_any = add_plan(&shown, VEC_AT(&workshop->plans, struct plan *, i)) || has_any;
	}
	for (uint32_t i = 0; i < modules->count && has_any; i++) {
		check_module(&shown, VEC_AT(modules, struct module *, i));
	}
	return workshop->load->sink->errors == errors;
}
