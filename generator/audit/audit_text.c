#include "audit/audit_text.h"

#include "audit/audit_plain.h"
#include "audit/audit_texts.h"
#include "audit/audit_words.h"

/* Texts of which less is alike mean something else; of so few words nothing can be said. */
enum { OTHER_MEANING = 20, SAME_WORDS = 100 };

/* A comparison under way. */
struct comparison {
	struct audit *audit;
	const struct audit_group *group;
	const struct found_code *code;
	const struct audit_entry *entry;
	struct audit_texts here; /* in the file */
	struct audit_texts there; /* in the spec */
	struct vec cases; /* struct audit_texts * */
	uint32_t source; /* of the file */
	struct str name; /* what reports call the code */
};

/* Whether a text is a name of the code: documents have columns of names with any heading. */
static bool
is_name(const struct comparison *all, struct str text)
{
	const struct code *code = all->entry->code;
	uint32_t aliases = code == NULL || code->rare == NULL ? 0 : code->rare->aliases.count;
	bool is_it = code != NULL && str_equal(text_str(code->name), text);
	for (uint32_t i = 0; !is_it && i < aliases; i++) {
		is_it = str_equal(text_str(VEC_AT(&code->rare->aliases, struct text, i)), text);
	}
	return is_it;
}

static bool
is_said_anywhere(const struct comparison *all, size_t field)
{
	bool is_it = audit_texts_say(&all->there, field, all->here.text[field]) ||
		audit_texts_say(&all->there, field, all->here.reading[field]) ||
		(field < AUDIT_SHORT_FIELDS && is_name(all, all->here.text[field]));
	for (uint32_t i = 0; !is_it && i < all->cases.count; i++) {
		is_it = audit_texts_say(
			VEC_AT(&all->cases, struct audit_texts *, i), field, all->here.text[field]);
	}
	return is_it;
}

/* Which text of the spec the file's is held against; AUDIT_FIELDS where there is none. */
static size_t
counterpart(const struct comparison *all, size_t field)
{
	if (all->there.text[field].length > 0 || field >= AUDIT_SHORT_FIELDS) {
		return all->there.text[field].length > 0 ? field : AUDIT_FIELDS;
	}
	for (size_t i = AUDIT_SHORT_FIELDS; i > 0; i--) {
		bool is_free = all->here.text[i - 1].length == 0;
		if (is_free && all->there.text[i - 1].length > 0) {
			return i - 1;
		}
	}
	return AUDIT_FIELDS;
}

static struct span
code_span(const struct comparison *all)
{
	return (struct span){all->source, all->code->at, all->code->length};
}

static void
note_difference(struct comparison *all, struct diag *diag, size_t field, size_t other)
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
place_of_drift(const struct comparison *all, size_t field, size_t other)
{
	const struct found_value *value = found_value(all->code, audit_texts_fields[field].role);
	struct str there = all->there.text[other];
	const struct diag_sink *sink = all->audit->sink;
	bool is_shown = value->list != NULL && sink->items.count < sink->limit;
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
report_drift(struct comparison *all, size_t field, size_t other)
{
	struct diag_sink *sink = all->audit->sink;
	struct span span = place_of_drift(all, field, other);
	bool is_comment = all->audit->row->kind == AUDIT_HEADER;
	struct diag *diag = is_comment ? DIAG(sink, ERRSPEC_AUDIT_COMMENT_DRIFT, span, all->name,
						 audit_texts_fields[other].name)
				       : DIAG(sink, ERRSPEC_AUDIT_TEXT_DRIFT, span,
						 audit_texts_fields[field].name, all->name);
	note_difference(all, diag, field, other);
	all->audit->row->drift++;
}

/* The file has a text for which the spec has none. */
static void
report_extra(struct comparison *all, size_t field)
{
	struct diag *diag = DIAG(all->audit->sink, ERRSPEC_AUDIT_TEXT_NOT_IN_SPEC,
		all->here.span[field], audit_texts_fields[field].name, all->name);
	diag_note(
		all->audit->sink, diag, audit_match_span(all->entry), STR("the code in the spec"));
	all->audit->row->drift++;
}

/* The spec has a text for which the file has none, though it has such texts for other codes. */
static void
report_lack(struct comparison *all, size_t field)
{
	struct diag *diag = DIAG(all->audit->sink, ERRSPEC_AUDIT_TEXT_NOT_IN_FILE, code_span(all),
		audit_texts_fields[field].name, all->name);
	diag_note(all->audit->sink, diag, all->there.span[field], STR("the text in the spec"));
	all->audit->row->drift++;
}

/* Whether a text of the file is already the one that the spec has for `field`. */
static bool
is_shown_as_other(const struct comparison *all, size_t field)
{
	for (size_t i = 0; i < AUDIT_SHORT_FIELDS; i++) {
		if (str_equal(all->here.text[i], all->there.text[field])) {
			return true;
		}
	}
	return false;
}

static void
compare_field(struct comparison *all, size_t field)
{
	bool is_expected = (all->group->roles >> audit_texts_fields[field].role & 1) != 0 &&
		all->audit->row->kind != AUDIT_HEADER;
	struct str text = all->here.text[field];
	size_t other = counterpart(all, field);
	if (text.length == 0) {
		if (is_expected && all->there.text[field].length > 0 &&
			!is_shown_as_other(all, field)) {
			report_lack(all, field);
		}
	} else if (is_said_anywhere(all, field)) {
		return;
	} else if (other == AUDIT_FIELDS) {
		report_extra(all, field);
	} else if (audit_words_is_foreign(text) != audit_words_is_foreign(all->there.text[other])) {
		all->audit->row->foreign++;
	} else {
		report_drift(all, field, other);
	}
}

/* How alike the texts are that both sides have; `*field` is the first of those. */
static uint32_t
likeness(struct comparison *all, size_t *field)
{
	uint32_t most = 0;
	*field = AUDIT_FIELDS;
	for (size_t i = 0; i < AUDIT_FIELDS; i++) {
		size_t other = counterpart(all, i);
		if (all->here.text[i].length == 0 || other == AUDIT_FIELDS) {
			continue;
		}
		uint32_t alike = is_said_anywhere(all, i)
			? SAME_WORDS
			: audit_words_likeness(
				  &all->audit->scratch, all->here.text[i], all->there.text[other]);
		most = alike > most ? alike : most;
		*field = *field == AUDIT_FIELDS ? i : *field;
	}
	return most;
}

/* Whether the texts say nothing of what the spec says: then the number has two meanings. */
static bool
means_other(struct comparison *all)
{
	size_t field;
	if (likeness(all, &field) >= OTHER_MEANING || field == AUDIT_FIELDS) {
		return false;
	}
	size_t other = counterpart(all, field);
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

static void
read_both(struct comparison *all)
{
	audit_texts_found(all->audit, all->code, all->source, &all->here);
	audit_texts_entry(all->audit, all->entry, &all->there);
	all->cases = audit_texts_cases(all->audit, all->entry);
}

/* Whether a comment of a header has the words of one of the code's texts, or of several. */
static bool
is_comment(struct comparison *all, struct str text)
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
		if (audit_words_likeness(arena, text, own) == SAME_WORDS ||
			audit_words_likeness(arena, text, joined) == SAME_WORDS) {
			return true;
		}
	}
	return false;
}

/* Takes the comments of a header that say what the spec says, in whatever field, for equal. */
static void
forgive_comments(struct comparison *all)
{
	for (size_t i = 0; i < AUDIT_SHORT_FIELDS; i++) {
		if (all->here.text[i].length > 0 && is_comment(all, all->here.text[i])) {
			all->here.text[i].length = 0;
		}
	}
}

uint32_t
audit_text_likeness(
	struct audit *audit, const struct found_code *code, const struct audit_entry *entry)
{
	struct comparison all = {.audit = audit, .code = code, .entry = entry};
	size_t field;
	read_both(&all);
	return likeness(&all, &field);
}

void
audit_text_compare(struct audit *audit, const struct audit_group *group,
	const struct found_code *code, const struct audit_match *match, uint32_t source)
{
	struct comparison all = {.audit = audit,
		.group = group,
		.code = code,
		.entry = match->by_number,
		.source = source,
		.name = audit_match_name(match->by_number)};
	read_both(&all);
	if (match->name.length == 0 && means_other(&all)) {
		return;
	}
	if (audit->row->kind == AUDIT_HEADER) {
		forgive_comments(&all);
	}
	for (size_t i = 0; i < AUDIT_FIELDS; i++) {
		compare_field(&all, i);
	}
}
