#include "audit/audit.h"

#include "audit/audit_head.h"
#include "audit/audit_label.h"
#include "audit/audit_language.h"
#include "audit/audit_text.h"
#include "audit/audit_variant.h"
#include "errspec.h"

static struct span
code_span(const struct found *found, const struct found_code *code)
{
	return (struct span){found->source, code->at, code->length};
}

/* A code's name and number, as far as the file tells them. */
static struct str
shown_as(struct audit *audit, const struct audit_match *match)
{
	bool has_both = match->name.length > 0 && match->number.length > 0;
	return ARENA_JOIN(
		&audit->scratch, match->number, has_both ? STR(" ") : STR(""), match->name);
}

static struct str
number_of(struct audit *audit, const struct audit_entry *entry)
{
	char digits[NUMBER_DIGITS];
	bool is_given = entry->given != NULL && audit->row->kind == AUDIT_HEADER;
	struct str spelling = entry->code == NULL ? text_str(entry->module->module->catch_all->code)
		: is_given                        ? number_str(&entry->given->number, digits)
						  : code_spelling(entry->code, digits);
	return arena_copy(&audit->scratch, spelling);
}

/* The file has a code that the spec has not. */
static void
report_unknown(struct audit *audit, const struct audit_group *group, struct span span,
	const struct audit_match *match)
{
	struct diag *diag = DIAG(audit->sink, ERRSPEC_AUDIT_NOT_IN_SPEC, span,
		shown_as(audit, match), text_str(group->owner->module->name));
	const struct module *module = group->owner->module;
	diag_note(audit->sink, diag, text_span(module->name, module->source),
		STR("the module that this is about"));
	if (match->elsewhere != NULL) {
		diag_note(audit->sink, diag, audit_match_span(match->elsewhere),
			STR("another module has this number, for something else"));
	}
	audit->row->missing_here++;
}

static void
report_two_numbers(struct audit *audit, struct span span, const struct audit_match *match)
{
	struct diag *diag = DIAG(audit->sink, ERRSPEC_AUDIT_TWO_NUMBERS, span, match->name,
		match->number, number_of(audit, match->by_name));
	diag_note(audit->sink, diag, audit_match_span(match->by_name), STR("the name in the spec"));
	if (match->by_number != NULL) {
		diag_note(audit->sink, diag, audit_match_span(match->by_number),
			STR("the code that has this number in the spec"));
	}
	audit->row->conflicts++;
}

static void
report_two_names(struct audit *audit, struct span span, const struct audit_match *match)
{
	struct diag *diag = DIAG(audit->sink, ERRSPEC_AUDIT_TWO_NAMES, span, match->number,
		match->name, audit_match_name(match->by_number));
	diag_note(audit->sink, diag, audit_match_span(match->by_number),
		STR("the number in the spec"));
	audit->row->conflicts++;
}

/* Notes that the file shows a code. */
static void
show(struct audit *audit, const struct found_code *code, struct audit_entry *entry)
{
	uint32_t file = audit->rows.count;
	struct audit_module *module = entry->module;
	if (module->file != file) {
		module->file = file;
		module->shown = 0;
	}
	if (entry->file != file) {
		entry->file = file;
		entry->at = code->at;
		audit->row->shown++;
		module->shown += entry->code != NULL && audit_index_is_living(entry->code);
	}
}

/* A code that nobody should be told of any more, or not yet. */
static void
check_status(struct audit *audit, struct span span, const struct audit_entry *entry)
{
	if (entry->code == NULL || audit_index_is_living(entry->code)) {
		return;
	}
	bool is_retired = entry->code->status == STATUS_RETIRED;
	struct diag *diag = DIAG(audit->sink, ERRSPEC_AUDIT_RETIRED_SHOWN, span,
		audit_match_name(entry), is_retired ? STR("retired") : STR("reserved"));
	diag_note(audit->sink, diag, audit_match_span(entry), STR("the code in the spec"));
	audit->row->retired++;
}

static void
compare_known(struct audit *audit, const struct audit_group *group, const struct found *found,
	const struct found_code *code, const struct audit_match *match)
{
	struct span span = code_span(found, code);
	struct audit_entry *entry = match->by_number;
	bool has_other_name = match->name.length > 0 && entry->code != NULL &&
		!audit_match_names(audit, group, match->name, entry);
	if (has_other_name && !audit_match_is_ours(audit, group, match)) {
		return;
	}
	show(audit, code, entry);
	check_status(audit, span, entry);
	if (has_other_name) {
		report_two_names(audit, span, match);
	} else {
		audit_variant_compare(audit, found, code, entry);
		audit_text_compare(audit, group, code, match, found->source);
	}
}

/* The name belongs to another number than in the spec. */
static void
compare_moved(struct audit *audit, const struct found *found, const struct found_code *code,
	const struct audit_match *match)
{
	show(audit, code, match->by_name);
	if (match->by_number != NULL) {
		show(audit, code, match->by_number);
	}
	report_two_numbers(audit, code_span(found, code), match);
}

static void
compare_code(struct audit *audit, const struct audit_group *group, const struct found *found,
	const struct found_code *code)
{
	struct audit_match match;
	audit_match_code(audit, group, code, &match);
	if (choice_gives(&group->owner->module->targets, match.name)) {
		return; /* it is no code: an API has it beside them */
	}
	bool is_moved = match.by_name != NULL && match.by_name != match.by_number;
	if (!is_moved && match.by_number != NULL) {
		compare_known(audit, group, found, code, &match);
	} else if (audit_match_is_ours(audit, group, &match)) {
		if (is_moved) {
			compare_moved(audit, found, code, &match);
		} else {
			report_unknown(audit, group, code_span(found, code), &match);
		}
	}
}

/* A group of codes that are in no module; headers have many of those. */
static void
pass_over(struct audit *audit, const struct found *found, const struct found_group *group)
{
	if (group->codes.count > 0 && audit->row->kind != AUDIT_HEADER) {
		DIAG(audit->sink, ERRSPEC_AUDIT_FOREIGN_GROUP,
			code_span(found, VEC_AT(&group->codes, struct found_code *, 0)),
			arena_number(audit->arena, group->codes.count));
		audit->row->strangers += group->codes.count;
	}
}

static void
compare_group(struct audit *audit, const struct found *found, const struct found_group *group,
	bool is_named)
{
	struct audit_group about;
	audit_match_group(audit, group, &about);
	for (uint32_t i = 0; about.owner != NULL && i < group->codes.count; i++) {
		compare_code(audit, &about, found, VEC_AT(&group->codes, struct found_code *, i));
		arena_free(&audit->scratch);
	}
	if (about.owner != NULL) {
		audit_label_compare(audit, &about, found);
	} else if (is_named) {
		pass_over(audit, found, group);
	}
}

/* A text that a program has for a code; what is no code of the module is no matter here. */
static void
compare_text(struct audit *audit, const struct audit_group *group, const struct found *texts,
	const struct found_code *code)
{
	struct audit_match match;
	audit_match_code(audit, group, code, &match);
	match.by_number = match.by_name; /* numbers without names are those of many things */
	if (match.by_number != NULL && match.by_number->code != NULL &&
		found_value(code, FOUND_MESSAGE)->text.data != NULL &&
		match.by_number->module == group->owner) {
		audit->row->shown++;
		audit_text_compare(audit, group, code, &match, texts->source);
	}
}

void
audit_found_texts(struct audit *audit, const struct found *texts)
{
	for (uint32_t i = 0; i < texts->groups.count; i++) {
		const struct found_group *found = VEC_AT(&texts->groups, struct found_group *, i);
		struct audit_group group;
		audit_match_group(audit, found, &group);
		group.is_commented = false;
		bool is_ours = group.owner != NULL && group.is_close && !found->is_counted &&
			!found->is_names;
		for (uint32_t k = 0; is_ours && k < found->codes.count; k++) {
			compare_text(audit, &group, texts,
				VEC_AT(&found->codes, struct found_code *, k));
			arena_free(&audit->scratch);
		}
	}
}

/* Where a code that the file lacks would stand: at the one before it that is there. */
static void
report_lack(struct audit *audit, const struct found *found, const struct audit_entry *entry,
	uint32_t at)
{
	struct diag *diag = DIAG(audit->sink, ERRSPEC_AUDIT_NOT_IN_FILE,
		((struct span){found->source, at, 1}), number_of(audit, entry),
		audit_match_name(entry), text_str(entry->module->module->name));
	diag_note(audit->sink, diag, audit_match_span(entry), STR("the code in the spec"));
	audit->row->missing_there++;
}

/* Whether the file at hand has to show all of the module: most of it is there. */
static bool
covers(const struct audit *audit, const struct audit_module *module)
{
	bool is_shown = module->file == audit->rows.count && module->shown > 0;
	return audit->is_named || (is_shown && 2 * (uint64_t)module->shown >= module->living);
}

/* Counts the codes that the file has to show; compares the head of a document about one module. */
static void
compare_whole(struct audit *audit, const struct found *found)
{
	const struct audit_module *owner = NULL;
	uint32_t covered = 0;
	for (uint32_t i = 0; i < audit->index.modules.count; i++) {
		const struct audit_module *module =
			VEC_AT(&audit->index.modules, struct audit_module *, i);
		if (covers(audit, module)) {
			audit->row->wanted += module->living;
			owner = module;
			covered++;
		}
	}
	if (covered == 1 && audit->row->kind == AUDIT_DOCUMENT) {
		audit_head_compare(audit, found, owner);
	}
}

/* Whether the file has to show a code: a header needs no constant for one of lookups alone. */
static bool
is_wanted(const struct audit *audit, const struct audit_entry *entry)
{
	return entry->code != NULL && audit_index_is_living(entry->code) &&
		covers(audit, entry->module) &&
		!(audit->row->kind == AUDIT_HEADER && code_is_lookup_only(entry->code));
}

static void
find_lacks(struct audit *audit, const struct found *found)
{
	uint32_t file = audit->rows.count, at = 0;
	for (uint32_t i = 0; i < audit->index.entries.count; i++) {
		const struct audit_entry *entry =
			VEC_AT(&audit->index.entries, struct audit_entry *, i);
		if (entry->file == file) {
			at = entry->at;
		} else if (is_wanted(audit, entry)) {
			report_lack(audit, found, entry, at);
		}
	}
}

void
audit_found(struct audit *audit, const struct found *found, bool is_named)
{
	audit_language_choose(audit, found);
	for (uint32_t i = 0; i < found->groups.count; i++) {
		compare_group(
			audit, found, VEC_AT(&found->groups, struct found_group *, i), is_named);
	}
	if (audit->row->shown > 0 || (audit->is_named && found->groups.count > 0)) {
		compare_whole(audit, found);
		find_lacks(audit, found);
	}
	if (audit->row->foreign > 0) {
		DIAG(audit->sink, ERRSPEC_AUDIT_NOT_COMPARED, ((struct span){found->source, 0, 1}),
			arena_number(audit->arena, audit->row->foreign));
	}
	arena_free(&audit->scratch);
}
