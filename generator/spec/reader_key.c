#include "spec/reader.h"

#include "data/slip.h"
#include "spec/file_kind.h"
#include "errspec.h"

/* A key that no table has, kept while its value is looked at. */
struct unknown {
	struct str key;
	struct span span;
	bool is_bare; /* it has no value */
};

/* Whether the key has no value and stands behind a comma: rather the rest of a text in braces. */
static bool
goes_on_behind_comma(struct reader *reader, const struct unknown *unknown)
{
	struct place place;
	bool is_found =
		unknown->is_bare && source_locate(reader->sink->sources, unknown->span, &place);
	struct str before = is_found ? str_trim(str_head(place.text, place.offset)) : STR("");
	return str_ends(before, STR(","));
}

/* The field of a record that takes keys of any name, where it is the only one; or NULL. */
static const struct field *
free_field(const struct record *record)
{
	const struct field *found = NULL;
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (field->kind == FIELD_ANY && !(field->flags & FIELD_DERIVED)) {
			found = found == NULL && !(field->flags & FIELD_LOOSE) ? field : NULL;
		}
	}
	return found;
}

static void
report_unknown(struct reader *reader, const struct record *record, const struct unknown *unknown)
{
	struct diag *diag =
		DIAG(reader->sink, ERRSPEC_UNKNOWN_KEY, unknown->span, unknown->key, record->name);
	if (!diag_is_kept(reader->sink, diag)) {
		return;
	}
	struct str nearest = field_nearest(record, unknown->key, FIELD_DERIVED | FIELD_KEY);
	const struct field *free = free_field(record);
	if (nearest.length > 0) {
		diag_help(
			diag, ARENA_JOIN(reader->arena, STR("did you mean '"), nearest, STR("'?")));
	} else if (goes_on_behind_comma(reader, unknown)) {
		diag_help(diag,
			STR("if it belongs to the text before the ',', put the whole text in "
			    "quotes; else remove it"));
	} else if (free != NULL) {
		diag_help(diag,
			ARENA_JOIN(reader->arena, STR("put it below '"), free->key,
				STR("', or remove it")));
	}
}

void
reader_key_twice(struct reader *reader, const struct yaml_event *event, uint32_t first_at)
{
	struct diag *diag =
		DIAG(reader->sink, ERRSPEC_DUPLICATE_KEY, reader_span(reader, event), event->text);
	struct span first = {reader->source, first_at, event->length};
	diag_note(reader->sink, diag, first, STR("it stands here first"));
}

const struct field *
reader_key_find(const struct record *record, const struct field *last, struct str key)
{
	const struct field *end = record->fields + record->count;
	const struct field *field = last == NULL ? record->fields : last + 1;
	for (uint16_t i = 0; i < record->count; i++, field++) {
		field = field == end ? record->fields : field;
		if (!(field->flags & (FIELD_DERIVED | FIELD_KEY)) && str_equal(field->key, key)) {
			return field;
		}
	}
	return NULL;
}

/* Shows the key by which the record is what it is, or else one that only its kind has. */
static void
note_kind(struct reader *reader, const struct record *record,
	const struct reader_progress *progress, const struct record *other, struct diag *diag)
{
	bool is_decided = progress->seen & 1;
	const struct field *field = is_decided ? record->fields : progress->last;
	if (field == NULL ||
		(!is_decided && field_find(other, field->key, FIELD_DERIVED) != NULL)) {
		return;
	}
	uint32_t at = progress->places[field - record->fields];
	struct span span = {reader->source, at, (uint32_t)field->key.length};
	struct str what = is_decided ? STR("this makes it a ") : STR("this is a key of a ");
	diag_note(reader->sink, diag, span, ARENA_JOIN(reader->arena, what, record->name));
}

bool
reader_key_makes_other(
	struct reader *reader, const struct record *record, const struct reader_progress *progress)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	const struct record *other =
		record == reader->top ? file_kind_other(record, event->text) : NULL;
	if (other == NULL || field_find(record, event->text, FIELD_DERIVED) != NULL) {
		return false;
	}
	struct diag *diag =
		file_kind_report(reader->sink, reader_span(reader, event), other, record->name);
	note_kind(reader, record, progress, other, diag);
	return true;
}

bool
reader_key_accept(struct reader *reader, const struct record *record, const struct field *field,
	struct reader_progress *progress)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	size_t index = (size_t)(field - record->fields);
	if (progress->seen >> index & 1) {
		reader_key_twice(reader, event, progress->places[index]);
		return false;
	}
	progress->last = field;
	progress->seen |= UINT64_C(1) << index;
	progress->places[index] = event->at;
	return true;
}

/* Whether a key that the record lacks belongs to the one before it, beside which it stands. */
static bool
belongs_to_last(const struct record *record, const struct field *last, struct str key, bool is_map)
{
	unsigned without = FIELD_DERIVED | FIELD_KEY;
	struct str nearest = field_nearest(record, key, without);
	if (last == NULL || last->record == NULL) {
		return false;
	}
	return last->kind == FIELD_MAP
		? is_map && (nearest.length == 0 || str_equal(nearest, last->key))
		: field_find(last->record, key, without) != NULL;
}

/* Whether the record is a text in braces: it has a form that is a text. */
static bool
is_text_in_braces(struct reader *reader, const struct record *record, struct span at)
{
	const struct record_short *forms = record->short_form;
	bool is_text = forms != NULL && forms->scalar != NULL &&
		(forms->scalar->kind == FIELD_TEXT || forms->scalar->kind == FIELD_MARKDOWN);
	return is_text && slip_report_bracket(reader->sink, at.source, at.at, false);
}

static void
report_key(struct reader *reader, const struct record *record, struct reader_progress *progress,
	const struct unknown *unknown)
{
	const struct field *last = progress->last;
	bool is_map = yaml_current(reader->yaml)->kind == YAML_MAP_START;
	if (str_equal(unknown->key, STR("<<"))) {
		DIAG_PLAIN(reader->sink, ERRSPEC_MERGE_KEY, unknown->span);
	} else if (belongs_to_last(record, last, unknown->key, is_map)) {
		if (!progress->is_beside) {
			slip_report_beside(reader->sink, unknown->span, last->key,
				progress->places[last - record->fields]);
		}
		progress->is_beside = true;
	} else if (is_text_in_braces(reader, record, progress->at)) {
		progress->seen = UINT64_MAX; /* nothing is missing in what is no record */
	} else {
		report_unknown(reader, record, unknown);
	}
}

bool
reader_key_unknown(
	struct reader *reader, const struct record *record, struct reader_progress *progress)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	struct unknown unknown = {
		arena_copy(reader->scratch, event->text), reader_span(reader, event), false};
	const struct yaml_event *value = yaml_next(reader->yaml);
	bool goes_on = value->kind != YAML_ERROR;
	unknown.is_bare = value->kind == YAML_SCALAR && value->text.length == 0;
	report_key(reader, record, progress, &unknown);
	yaml_skip(reader->yaml);
	return goes_on;
}

bool
reader_key_is_beside(
	struct reader *reader, const struct record *record, struct reader_entries *entries)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	bool is_beside = entries->empty.length > 0 &&
		field_find(record, event->text, FIELD_DERIVED | FIELD_KEY) != NULL;
	if (is_beside && !entries->is_beside) {
		slip_report_beside(reader->sink, reader_span(reader, event),
			text_str(entries->empty), entries->empty.at);
	}
	entries->is_beside = entries->is_beside || is_beside;
	return is_beside;
}
