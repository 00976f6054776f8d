#include "spec/reader.h"

#include "spec/file_kind.h"
#include "errspec.h"

/* A key that the table does not have, or has already been given. */
static void
report_unknown_key(
	struct reader *reader, const struct record *record, const struct yaml_event *event)
{
	struct str key = event->text;
	if (str_equal(key, STR("<<"))) {
		DIAG_PLAIN(reader->sink, ERRSPEC_MERGE_KEY, reader_span(reader, event));
		return;
	}
	struct diag *diag = DIAG(
		reader->sink, ERRSPEC_UNKNOWN_KEY, reader_span(reader, event), key, record->name);
	struct str nearest = diag_is_kept(reader->sink, diag)
		? field_nearest(record, key, FIELD_DERIVED | FIELD_KEY)
		: STR("");
	if (nearest.length > 0) {
		diag_help(
			diag, ARENA_JOIN(reader->arena, STR("did you mean '"), nearest, STR("'?")));
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

/* Finds the field for a key, beginning behind the last one found: keys mostly come in order. */
static const struct field *
next_field(const struct record *record, const struct field *last, struct str key)
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

const struct field *
reader_key_accept(
	struct reader *reader, const struct record *record, struct reader_progress *progress)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	const struct field *field = next_field(record, progress->last, event->text);
	if (field == NULL) {
		report_unknown_key(reader, record, event);
		return NULL;
	}
	size_t index = (size_t)(field - record->fields);
	if (progress->seen >> index & 1) {
		reader_key_twice(reader, event, progress->places[index]);
		return NULL;
	}
	progress->last = field;
	progress->seen |= UINT64_C(1) << index;
	progress->places[index] = event->at;
	return field;
}
