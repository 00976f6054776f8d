#include "adopt/audit_text.h"

#include "adopt/audit_plain.h"
#include "adopt/audit_words.h"

/* Texts of which less is alike mean something else; of so few words nothing can be said. */
enum { OTHER_MEANING = 20, SAME_WORDS = 100 };

/* The roles that hold texts, and what a report calls them. */
static const struct {
	enum found_role role;
	struct str name;
} fields[] = {
	{FOUND_TITLE, STR_INIT("title")},
	{FOUND_MESSAGE, STR_INIT("message")},
	{FOUND_DESCRIPTION, STR_INIT("description")},
	{FOUND_CAUSES, STR_INIT("causes")},
	{FOUND_ACTIONS, STR_INIT("actions")},
};

enum { FIELDS = sizeof(fields) / sizeof(fields[0]), SHORT_FIELDS = 3, SITUATIONS_MAX = 64 };

/* One side: its texts in plain, in the order of `fields`; empty where there is none. */
struct texts {
	struct str text[FIELDS];
	/* Read another way: a plain text as markdown, markdown as plain, with markers. */
	struct str reading[FIELDS];
	uint32_t at[FIELDS]; /* in the source of the side */
};

/* A comparison under way. */
struct comparison {
	struct audit *audit;
	const struct audit_group *group;
	const struct found_code *code;
	const struct audit_entry *entry;
	struct texts here; /* in the file */
	struct texts there; /* in the spec */
	struct vec situations; /* struct texts *: of the code's cases */
	uint32_t source; /* of the file */
	struct str name; /* what reports call the code */
};

static void
read_found(struct audit *audit, const struct found_code *code, struct texts *texts)
{
	*texts = (struct texts){0};
	for (size_t i = 0; i < FIELDS; i++) {
		const struct found_value *value = &code->values[fields[i].role];
		if (value->text.data != NULL || value->list != NULL) {
			texts->text[i] = audit_plain_value(&audit->scratch, value);
			texts->reading[i] = audit_plain_marked(&audit->scratch, value);
			texts->at[i] = value->at;
		}
	}
}

static void
set(struct texts *texts, size_t field, struct str text, uint32_t at)
{
	texts->text[field] = text;
	texts->at[field] = at;
}

static void
read_prose(struct audit *audit, const struct prose *causes, const struct prose *actions,
	struct texts *texts)
{
	set(texts, 3, audit_plain_prose(&audit->scratch, causes), causes->at);
	set(texts, 4, audit_plain_prose(&audit->scratch, actions), actions->at);
	texts->reading[3] = audit_plain_bytes(&audit->scratch, causes);
	texts->reading[4] = audit_plain_bytes(&audit->scratch, actions);
}

static void
read_short(struct audit *audit, struct text title, struct text message, struct text description,
	struct texts *texts)
{
	set(texts, 0, audit_plain_text(&audit->scratch, title), title.at);
	set(texts, 1, audit_plain_text(&audit->scratch, message), message.at);
	set(texts, 2, audit_plain_markdown(&audit->scratch, description), description.at);
	texts->reading[0] = audit_plain_markdown(&audit->scratch, title);
	texts->reading[1] = audit_plain_markdown(&audit->scratch, message);
	texts->reading[2] = audit_plain_text(&audit->scratch, description);
}

static void
read_entry(struct audit *audit, const struct audit_entry *entry, struct texts *texts)
{
	const struct catch_all *row = entry->module->module->catch_all;
	const struct code *code = entry->code;
	*texts = (struct texts){0};
	if (code == NULL) {
		read_short(audit, row->title, row->message, row->description, texts);
		read_prose(audit, &row->causes, &row->actions, texts);
		return;
	}
	struct text none = {0};
	read_short(audit, code->title, code->has_message ? code->message : none, code->description,
		texts);
	read_prose(audit, &code->causes, &code->actions, texts);
}

static void
read_situations(struct comparison *all)
{
	const struct code *code = all->entry->code;
	uint32_t count = code == NULL || code->rare == NULL ? 0 : code->rare->cases.count;
	for (uint32_t i = 0; i < count && i < SITUATIONS_MAX; i++) {
		const struct code_case *one = VEC_AT(&code->rare->cases, struct code_case *, i);
		struct texts *texts = arena_alloc(&all->audit->scratch, sizeof(*texts));
		read_short(all->audit, one->when, one->message, one->description, texts);
		read_prose(all->audit, &one->causes, &one->actions, texts);
		VEC_PUSH(&all->situations, &all->audit->scratch, struct texts *, texts);
	}
}

/* Whether one of the texts that may be meant by a field says just this. */
static bool
is_said(const struct texts *texts, size_t field, struct str text)
{
	bool is_short = field < SHORT_FIELDS;
	for (size_t i = is_short ? 0 : field; i < (is_short ? SHORT_FIELDS : field + 1); i++) {
		bool is_it = str_equal(texts->text[i], text) || str_equal(texts->reading[i], text);
		if (is_it && text.length > 0) {
			return true;
		}
	}
	return false;
}

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
	bool is_it = is_said(&all->there, field, all->here.text[field]) ||
		is_said(&all->there, field, all->here.reading[field]) ||
		(field < SHORT_FIELDS && is_name(all, all->here.text[field]));
	for (uint32_t i = 0; !is_it && i < all->situations.count; i++) {
		is_it = is_said(
			VEC_AT(&all->situations, struct texts *, i), field, all->here.text[field]);
	}
	return is_it;
}

/* Which text of the spec the file's is held against; FIELDS where there is none. */
static size_t
counterpart(const struct comparison *all, size_t field)
{
	if (all->there.text[field].length > 0 || field >= SHORT_FIELDS) {
		return all->there.text[field].length > 0 ? field : FIELDS;
	}
	for (size_t i = SHORT_FIELDS; i > 0; i--) {
		bool is_free = all->here.text[i - 1].length == 0;
		if (is_free && all->there.text[i - 1].length > 0) {
			return i - 1;
		}
	}
	return FIELDS;
}

static struct span
here(const struct comparison *all, size_t field)
{
	const struct found_value *value = &all->code->values[fields[field].role];
	return (struct span){all->source, value->at, value->length};
}

static struct span
code_span(const struct comparison *all)
{
	return (struct span){all->source, all->code->at, all->code->length};
}

static struct span
there(const struct comparison *all, size_t field)
{
	const struct module *module = all->entry->module->module;
	uint32_t length = (uint32_t)all->there.text[field].length;
	return (struct span){module->source, all->there.at[field], length};
}

static void
note_difference(struct comparison *all, struct diag *diag, size_t field, size_t other)
{
	struct diag_sink *sink = all->audit->sink;
	if (diag_is_kept(sink, diag)) {
		struct str words = audit_words_diff(
			sink->arena, all->there.text[other], all->here.text[field]);
		diag_note(sink, diag, there(all, other),
			ARENA_JOIN(sink->arena, STR("from the spec to the file: "), words));
	}
}

static void
report_drift(struct comparison *all, size_t field, size_t other)
{
	struct diag_sink *sink = all->audit->sink;
	bool is_comment = all->audit->row->kind == AUDIT_HEADER;
	struct diag *diag = is_comment ? DIAG(sink, ERRSPEC_AUDIT_COMMENT_DRIFT, here(all, field),
						 all->name, fields[other].name)
				       : DIAG(sink, ERRSPEC_AUDIT_TEXT_DRIFT, here(all, field),
						 fields[field].name, all->name);
	note_difference(all, diag, field, other);
	all->audit->row->drift++;
}

/* The file has a text for which the spec has none. */
static void
report_extra(struct comparison *all, size_t field)
{
	struct diag *diag = DIAG(all->audit->sink, ERRSPEC_AUDIT_TEXT_NOT_IN_SPEC, here(all, field),
		fields[field].name, all->name);
	diag_note(
		all->audit->sink, diag, audit_match_span(all->entry), STR("the code in the spec"));
	all->audit->row->drift++;
}

/* The spec has a text for which the file has none, though it has such texts for other codes. */
static void
report_lack(struct comparison *all, size_t field)
{
	struct diag *diag = DIAG(all->audit->sink, ERRSPEC_AUDIT_TEXT_NOT_IN_FILE, code_span(all),
		fields[field].name, all->name);
	diag_note(all->audit->sink, diag, there(all, field), STR("the text in the spec"));
	all->audit->row->drift++;
}

/* Whether a text of the file is already the one that the spec has for `field`. */
static bool
is_shown_as_other(const struct comparison *all, size_t field)
{
	for (size_t i = 0; i < SHORT_FIELDS; i++) {
		if (str_equal(all->here.text[i], all->there.text[field])) {
			return true;
		}
	}
	return false;
}

static void
compare_field(struct comparison *all, size_t field)
{
	bool is_expected = (all->group->roles >> fields[field].role & 1) != 0 &&
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
	} else if (other == FIELDS) {
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
	*field = FIELDS;
	for (size_t i = 0; i < FIELDS; i++) {
		size_t other = counterpart(all, i);
		if (all->here.text[i].length == 0 || other == FIELDS) {
			continue;
		}
		uint32_t alike = is_said_anywhere(all, i)
			? SAME_WORDS
			: audit_words_likeness(
				  &all->audit->scratch, all->here.text[i], all->there.text[other]);
		most = alike > most ? alike : most;
		*field = *field == FIELDS ? i : *field;
	}
	return most;
}

/* Whether the texts say nothing of what the spec says: then the number has two meanings. */
static bool
means_other(struct comparison *all)
{
	size_t field;
	if (likeness(all, &field) >= OTHER_MEANING || field == FIELDS) {
		return false;
	}
	size_t other = counterpart(all, field);
	if (audit_words_is_foreign(all->here.text[field]) !=
		audit_words_is_foreign(all->there.text[other])) {
		return false;
	}
	struct diag *diag =
		DIAG(all->audit->sink, ERRSPEC_AUDIT_TWO_MEANINGS, here(all, field), all->name);
	diag_note(all->audit->sink, diag, there(all, other), STR("what it means in the spec"));
	all->audit->row->conflicts++;
	return true;
}

static void
read_both(struct comparison *all)
{
	read_found(all->audit, all->code, &all->here);
	read_entry(all->audit, all->entry, &all->there);
	read_situations(all);
}

/* A comment of a header may say any of the code's texts, or all of them. */
static bool
is_comment_of(struct comparison *all)
{
	struct str text = all->here.text[FOUND_DESCRIPTION - FOUND_TITLE];
	struct str parts[2 * SHORT_FIELDS];
	size_t count = 0;
	for (size_t i = 0; i < SHORT_FIELDS; i++) {
		if (all->there.text[i].length > 0) {
			parts[count++] = all->there.text[i];
			parts[count++] = STR(" ");
			struct str joined = arena_join(&all->audit->scratch, parts, count);
			if (audit_words_likeness(&all->audit->scratch, text, joined) ==
					SAME_WORDS ||
				audit_words_likeness(&all->audit->scratch, text,
					all->there.text[i]) == SAME_WORDS) {
				return true;
			}
		}
	}
	return false;
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
	if (audit->row->kind == AUDIT_HEADER && is_comment_of(&all)) {
		return;
	}
	for (size_t i = 0; i < FIELDS; i++) {
		compare_field(&all, i);
	}
}
