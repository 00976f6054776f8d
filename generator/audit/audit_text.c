#include "audit/audit_text.h"

#include "audit/audit_comparison.h"
#include "audit/audit_plain.h"
#include "audit/audit_words.h"
#include "errspec.h"

/* Texts of which less is alike mean something else. */
enum { OTHER_MEANING = 20 };

static struct span
code_span(const struct audit_comparison *all)
{
	return (struct span){all->source, all->code->at, all->code->length};
}

static void
note_difference(struct audit_comparison *all, struct diag *diag, size_t field, size_t other)
{
	struct diag_sink *sink = all->audit->sink;
	if (diag_is_kept(sink, diag)) {
		struct str words = audit_words_diff(
			sink->arena, all->there.text[other], all->here.text[field]);
		diag_note(sink, diag, all->there.span[other],
			ARENA_JOIN(sink->arena, STR("from the spec to the file: "), words));
	}
}

/* Where a text differs: of a list, the first item that the spec does not have. */
static struct span
place_of_drift(const struct audit_comparison *all, size_t field, size_t other)
{
	const struct found_value *value = found_value(all->code, audit_texts_fields[field].role);
	struct str there = all->there.text[other];
	const struct diag_sink *sink = all->audit->sink;
	bool is_shown = value->list != NULL && diag_has_room(sink);
	for (uint32_t i = 0; is_shown && i < value->list->items.count; i++) {
		const struct found_value *item =
			&VEC_AT(&value->list->items, struct found_value, i);
		struct str text = audit_plain_value(&all->audit->scratch, item);
		if (str_search(there, 0, text) == there.length) {
			return (struct span){all->source, item->at, item->length};
		}
	}
	return all->here.span[field];
}

static void
report_drift(struct audit_comparison *all, size_t field, size_t other)
{
	struct diag_sink *sink = all->audit->sink;
	struct span span = place_of_drift(all, field, other);
	struct diag *diag = all->is_comment ? DIAG(sink, ERRSPEC_AUDIT_COMMENT_DRIFT, span,
						      all->name, audit_texts_fields[other].name)
					    : DIAG(sink, ERRSPEC_AUDIT_TEXT_DRIFT, span,
						      audit_texts_fields[field].name, all->name);
	note_difference(all, diag, field, other);
	all->audit->row->drift++;
}

/* The file has a text for which the spec has none. */
static void
report_extra(struct audit_comparison *all, size_t field)
{
	struct diag *diag = DIAG(all->audit->sink, ERRSPEC_AUDIT_TEXT_NOT_IN_SPEC,
		all->here.span[field], audit_texts_fields[field].name, all->name);
	diag_note(
		all->audit->sink, diag, audit_match_span(all->entry), STR("the code in the spec"));
	all->audit->row->drift++;
}

/* The spec has a text for which the file has none, though it has such texts for other codes. */
static void
report_lack(struct audit_comparison *all, size_t field)
{
	struct diag *diag = DIAG(all->audit->sink, ERRSPEC_AUDIT_TEXT_NOT_IN_FILE, code_span(all),
		audit_texts_fields[field].name, all->name);
	diag_note(all->audit->sink, diag, all->there.span[field], STR("the text in the spec"));
	all->audit->row->drift++;
}

/* Whether a text of the file is already the one that the spec has for `field`. */
static bool
is_shown_as_other(const struct audit_comparison *all, size_t field)
{
	for (size_t i = 0; i < AUDIT_SHORT_FIELDS; i++) {
		if (str_equal(all->here.text[i], all->there.text[field])) {
			return true;
		}
	}
	return false;
}

static void
compare_field(struct audit_comparison *all, size_t field)
{
	bool is_expected =
		(all->roles >> audit_texts_fields[field].role & 1) != 0 && !all->is_comment;
	struct str text = all->here.text[field];
	size_t other = audit_comparison_counterpart(all, field);
	if (text.length == 0) {
		if (is_expected && all->there.text[field].length > 0 &&
			!is_shown_as_other(all, field)) {
			report_lack(all, field);
		}
	} else if (audit_comparison_is_said(all, field)) {
		return;
	} else if (other == AUDIT_FIELDS) {
		report_extra(all, field);
	} else if (audit_words_is_foreign(text) != audit_words_is_foreign(all->there.text[other])) {
		all->audit->row->foreign++;
	} else {
		report_drift(all, field, other);
	}
}

/* Whether the texts say nothing of what the spec says: then the number has two meanings. */
static bool
means_other(struct audit_comparison *all)
{
	size_t field;
	if (audit_comparison_likeness(all, &field) >= OTHER_MEANING || field == AUDIT_FIELDS) {
		return false;
	}
	size_t other = audit_comparison_counterpart(all, field);
	if (audit_words_is_foreign(all->here.text[field]) !=
		audit_words_is_foreign(all->there.text[other])) {
		return false;
	}
	struct diag *diag = DIAG(
		all->audit->sink, ERRSPEC_AUDIT_TWO_MEANINGS, all->here.span[field], all->name);
	diag_note(all->audit->sink, diag, all->there.span[other], STR("what it means in the spec"));
	all->audit->row->conflicts++;
	return true;
}

/* Whether a comment of a header has the words of one of the code's texts, or of several. */
static bool
is_comment(struct audit_comparison *all, struct str text)
{
	struct arena *arena = &all->audit->scratch;
	struct str parts[2 * AUDIT_SHORT_FIELDS];
	size_t count = 0;
	for (size_t i = 0; i < AUDIT_SHORT_FIELDS; i++) {
		struct str own = all->there.text[i];
		if (own.length == 0) {
			continue;
		}
		parts[count++] = own;
		parts[count++] = STR(" ");
		struct str joined = arena_join(arena, parts, count);
		if (audit_words_likeness(arena, text, own) == AUDIT_SAME_WORDS ||
			audit_words_likeness(arena, text, joined) == AUDIT_SAME_WORDS) {
			return true;
		}
	}
	return false;
}

/* Takes the comments of a header that say what the spec says, in whatever field, for equal. */
static void
forgive_comments(struct audit_comparison *all)
{
	for (size_t i = 0; i < AUDIT_SHORT_FIELDS; i++) {
		if (all->here.text[i].length > 0 && is_comment(all, all->here.text[i])) {
			all->here.text[i].length = 0;
		}
	}
}

void
audit_text_compare(struct audit *audit, const struct audit_group *group,
	const struct found_code *code, const struct audit_match *match, uint32_t source)
{
	struct audit_comparison all = {.audit = audit,
		.roles = group->roles,
		.code = code,
		.entry = match->by_number,
		.source = source,
		.is_comment = group->is_commented,
		.name = audit_match_name(match->by_number)};
	audit_comparison_read(&all);
	if (match->name.length == 0 && means_other(&all)) {
		return;
	}
	if (all.is_comment) {
		forgive_comments(&all);
	}
	for (size_t i = 0; i < AUDIT_FIELDS; i++) {
		compare_field(&all, i);
	}
}
