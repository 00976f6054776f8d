#include "audit/audit_label.h"

#include "audit/audit_plain.h"
#include "read/tally.h"
#include "errspec.h"

/* A document of the catalogue that shows the module. */
struct showing {
	const struct document *document;
	const struct part *part;
};

/* The labels of one group under comparison. */
struct labelling {
	struct audit *audit;
	const struct audit_group *group;
	const struct found *found;
	struct vec documents; /* struct showing: those that the file may be a twin of */
	struct table reported; /* labels that were reported already */
};

/* What may be labelled, what a report calls it, and the column that shows it. */
static const struct {
	enum found_role role;
	enum column_field column;
	struct str name;
} kinds[] = {
	{FOUND_MESSAGE, COLUMN_MESSAGE, STR_INIT("message")},
	{FOUND_DESCRIPTION, COLUMN_DESCRIPTION, STR_INIT("description")},
	{FOUND_CAUSES, COLUMN_CAUSES, STR_INIT("causes")},
	{FOUND_ACTIONS, COLUMN_ACTIONS, STR_INIT("actions")},
};

/* So many documents of the catalogue are compared with. */
enum { LABELS = 4, DOCUMENTS_MAX = 32 };

static struct text
label_of(const struct labels *labels, size_t kind)
{
	return kind == 0    ? labels->message
		: kind == 1 ? labels->description
		: kind == 2 ? labels->causes
			    : labels->actions;
}

/* A label without emphasis, and without the colon behind it. */
static struct str
bare(struct str text)
{
	while (text.length > 1 && (text.data[0] == '*' || text.data[0] == '_')) {
		text = str_skip(text, 1);
	}
	while (text.length > 1 && strchr("*_ ", text.data[text.length - 1]) != NULL) {
		text.length--;
	}
	if (str_ends(text, STR(":"))) {
		text.length--;
	} else if (str_ends(text, STR("："))) {
		text.length -= strlen("：");
	}
	return str_trim(text);
}

static struct str
plain_label(struct labelling *all, const struct found_value *value)
{
	bool is_there = value->text.data != NULL;
	return is_there ? bare(audit_plain_value(&all->audit->scratch, value)) : STR("");
}

/* Whether a label of the catalogue is this one. */
static bool
is_label(struct text own, struct str label)
{
	return str_equal(bare(text_str(own)), label);
}

/* The entry of a found code; NULL where the spec does not have it. */
static const struct audit_entry *
entry_of(struct labelling *all, const struct found_code *code)
{
	struct audit_match match;
	audit_match_code(all->audit, all->group, code, &match);
	const struct audit_entry *entry = match.by_number != NULL ? match.by_number : match.by_name;
	bool is_own = entry != NULL && entry->module == all->group->owner;
	return is_own && entry->code != NULL ? entry : NULL;
}

/* What a document of the catalogue has as the label; empty if it does not show the code. */
static struct text
expected(const struct showing *shown, const struct audit_entry *entry, size_t kind)
{
	const struct vec *entries = &shown->part->entries;
	const struct entry *line = entry->position < entries->count
		? VEC_AT(entries, struct entry *, entry->position)
		: NULL;
	bool is_it = line != NULL && line->labels != NULL &&
		str_equal(text_str(line->code->name), text_str(entry->code->name));
	return is_it ? label_of(line->labels, kind) : (struct text){0};
}

/* The document that has this label there, or NULL. */
static const struct showing *
accepting(
	const struct labelling *all, const struct audit_entry *entry, size_t kind, struct str label)
{
	for (uint32_t i = 0; i < all->documents.count; i++) {
		const struct showing *shown = &VEC_AT(&all->documents, struct showing, i);
		if (is_label(expected(shown, entry, kind), label)) {
			return shown;
		}
	}
	return NULL;
}

/* Whether this label was not reported yet for this kind. */
static bool
is_news(struct labelling *all, size_t kind, struct str label)
{
	struct str key = ARENA_JOIN(&all->audit->scratch, kinds[kind].name, STR(" "), label);
	return table_put(&all->reported, &all->audit->scratch, key, 0) == TABLE_NONE;
}

static void
report(struct labelling *all, size_t kind, const struct found_value *value, struct str label,
	struct text other)
{
	struct audit *audit = all->audit;
	const struct document *document = VEC_AT(&all->documents, struct showing, 0).document;
	struct diag *diag =
		DIAG(audit->sink, ERRSPEC_AUDIT_LABEL_NOT_IN_SPEC, found_span(all->found, value),
			label, kinds[kind].name, text_str(other), text_str(document->name));
	struct text place = other.at > 0 ? other : document->name;
	diag_note(audit->sink, diag, text_span(place, audit->catalogue->source),
		STR("the document in the catalogue"));
	audit->row->labels++;
}

/* Holds the labels of one kind against the documents of the catalogue. */
static void
compare_with_documents(struct labelling *all, size_t kind)
{
	const struct vec *codes = &all->group->found->codes;
	for (uint32_t i = 0; i < codes->count; i++) {
		const struct found_code *code = VEC_AT(codes, struct found_code *, i);
		const struct found_value *value = found_label(code, kinds[kind].role);
		struct str label = plain_label(all, value);
		const struct audit_entry *entry = label.length > 0 ? entry_of(all, code) : NULL;
		if (entry == NULL || accepting(all, entry, kind, label) != NULL) {
			continue;
		}
		if (is_news(all, kind, label)) {
			report(all, kind, value, label,
				expected(&VEC_AT(&all->documents, struct showing, 0), entry, kind));
		}
	}
}

/* Counts the labels that codes have for a kind. */
static void
count_labels(struct labelling *all, size_t kind, struct tally *tally)
{
	const struct vec *codes = &all->group->found->codes;
	for (uint32_t i = 0; i < codes->count; i++) {
		const struct found_value *value =
			found_label(VEC_AT(codes, struct found_code *, i), kinds[kind].role);
		struct str label = plain_label(all, value);
		if (label.length > 0) {
			tally_add(tally, &all->audit->scratch, label, value);
		}
	}
}

/* Holds the labels of one kind against one another. */
static void
compare_with_each_other(struct labelling *all, size_t kind)
{
	struct tally tally = {0};
	count_labels(all, kind, &tally);
	const struct tally_item *most = tally_most(&tally);
	const struct vec *codes = &all->group->found->codes;
	for (uint32_t i = 0; most != NULL && i < codes->count; i++) {
		const struct found_value *value =
			found_label(VEC_AT(codes, struct found_code *, i), kinds[kind].role);
		struct str label = plain_label(all, value);
		if (label.length == 0 || str_equal(label, most->text)) {
			continue;
		}
		struct diag *diag = diag_report_error(all->audit->sink, ERRSPEC_LABEL_DRIFT,
			found_span(all->found, value), (const struct str[]){label, most->text}, 2);
		diag_note(all->audit->sink, diag, found_span(all->found, most->first),
			STR("what most codes have"));
		all->audit->row->labels++;
	}
}

/* Which kind of text a column of the file shows; LABELS where it is none of these. */
static size_t
kind_of(const struct found_column *column)
{
	size_t kind = 0;
	while (kind < LABELS && column->role != kinds[kind].role) {
		kind++;
	}
	return kind;
}

/*
 * What a document has as the heading of such a column, where none of its headings is this one;
 * else empty.
 */
static struct text
other_heading(const struct part *part, size_t kind, struct str heading)
{
	struct text other = {0};
	for (uint32_t i = 0; i < part->columns.count; i++) {
		const struct column *own = VEC_AT(&part->columns, struct column *, i);
		if (is_label(own->heading, heading)) {
			return (struct text){0};
		}
		if (own->field == kinds[kind].column && other.length == 0) {
			other = own->heading;
		}
	}
	return other;
}

/* Holds the headings of a table's columns against those of a document. */
static void
compare_columns(struct labelling *all)
{
	const struct vec *columns = &all->group->found->columns;
	const struct part *part = VEC_AT(&all->documents, struct showing, 0).part;
	for (uint32_t i = 0; i < columns->count; i++) {
		const struct found_column *column = &VEC_AT(columns, struct found_column, i);
		struct str heading = plain_label(all, &column->heading);
		size_t kind = kind_of(column);
		struct text other = kind == LABELS || heading.length == 0
			? (struct text){0}
			: other_heading(part, kind, heading);
		if (other.length > 0) {
			report(all, kind, &column->heading, heading, other);
		}
	}
}

/* Whether the file and a document have at least one label in common: they may be twins. */
static bool
may_be_twins(struct labelling *all, const struct showing *shown)
{
	const struct vec *codes = &all->group->found->codes;
	for (uint32_t i = 0; i < codes->count; i++) {
		const struct found_code *code = VEC_AT(codes, struct found_code *, i);
		const struct audit_entry *entry = entry_of(all, code);
		for (size_t kind = 0; entry != NULL && kind < LABELS; kind++) {
			struct str label = plain_label(all, found_label(code, kinds[kind].role));
			if (label.length > 0 && is_label(expected(shown, entry, kind), label)) {
				return true;
			}
		}
	}
	return false;
}

/* Whether a table and a document have at least one heading in common. */
static bool
has_such_columns(struct labelling *all, const struct part *part)
{
	const struct vec *columns = &all->group->found->columns;
	for (uint32_t i = 0; i < columns->count; i++) {
		struct str heading =
			plain_label(all, &VEC_AT(columns, struct found_column, i).heading);
		for (uint32_t j = 0; j < part->columns.count; j++) {
			const struct column *own = VEC_AT(&part->columns, struct column *, j);
			if (heading.length > 0 && is_label(own->heading, heading)) {
				return true;
			}
		}
	}
	return false;
}

/* Finds the documents of the catalogue that the file may be a twin of. */
static void
find_documents(struct labelling *all)
{
	const struct vec *documents = &all->audit->catalogue->documents;
	bool is_table = all->group->found->columns.count > 0;
	for (uint32_t i = 0; i < documents->count; i++) {
		const struct document *document = VEC_AT(documents, struct document *, i);
		/* The labels of a pinned document stand in its template. */
		bool has_labels =
			document->template.length == 0 && all->documents.count < DOCUMENTS_MAX;
		for (uint32_t j = 0; has_labels && j < document->parts.count; j++) {
			struct showing shown = {
				document, VEC_AT(&document->parts, struct part *, j)};
			const struct module *owner = all->group->owner->module;
			if (!str_equal(text_str(shown.part->name), text_str(owner->name))) {
				continue;
			}
			if (is_table ? has_such_columns(all, shown.part)
				     : may_be_twins(all, &shown)) {
				VEC_PUSH(&all->documents, &all->audit->scratch, struct showing,
					shown);
			}
		}
	}
}

void
audit_label_compare(struct audit *audit, const struct audit_group *group, const struct found *found)
{
	struct labelling all = {.audit = audit, .group = group, .found = found};
	find_documents(&all);
	if (group->found->columns.count > 0) {
		if (all.documents.count > 0) {
			compare_columns(&all);
		}
		return;
	}
	for (size_t kind = 0; kind < LABELS; kind++) {
		if (all.documents.count > 0) {
			compare_with_documents(&all, kind);
		} else {
			compare_with_each_other(&all, kind);
		}
	}
}
