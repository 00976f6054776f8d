#include "spec/reader.h"

#include "data/slip.h"
#include "data/value_read.h"
#include "errspec.h"

struct span
reader_span(const struct reader *reader, const struct yaml_event *event)
{
	return (struct span){reader->source, event->at, event->length};
}

/* Goes over the value of the current key. */
static bool
skip_value(struct reader *reader)
{
	bool goes_on = yaml_next(reader->yaml)->kind != YAML_ERROR;
	yaml_skip(reader->yaml);
	return goes_on;
}

/* A key that is no scalar. */
static bool
skip_entry(struct reader *reader, const struct yaml_event *event)
{
	DIAG_PLAIN(reader->sink, ERRSPEC_KEY_SHAPE, ((struct span){reader->source, event->at, 1}));
	yaml_skip(reader->yaml);
	return skip_value(reader);
}

/* Reports the required fields that `seen`, a bit for each field, lacks. */
static void
report_missing(struct reader *reader, const struct record *record, uint64_t seen, struct span at)
{
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if ((field->flags & FIELD_REQUIRED) && !(seen >> i & 1)) {
			DIAG(reader->sink, ERRSPEC_MISSING_KEY, at, record->name, field->key);
		}
	}
}

static void
open_level(struct reader *reader, const struct record *record, struct str name, bool is_map)
{
	if (reader->levels != NULL) {
		level_open(reader->levels,
			(struct level){.record = record,
				.name = name,
				.is_map = is_map,
				.in_flow = yaml_in_flow(reader->yaml)});
	}
}

static void
close_level(struct reader *reader)
{
	if (reader->levels != NULL) {
		level_close(reader->levels);
	}
}

static void
note_place(const struct reader *reader, const struct record *record, void *base, struct span at)
{
	if (record->at != 0) {
		*(uint32_t *)((char *)base + record->at - 1) = at.at;
	}
	if (record->source != 0) {
		*(uint32_t *)((char *)base + record->source - 1) = reader->source;
	}
}

static void
set_shape(const struct record *record, const struct field *field, void *base)
{
	if (field->flags & FIELD_GUARDED) {
		*((uint8_t *)base + record->shape - 1) = field->shape;
	}
}

/* Whether nothing stands where a value is to begin. */
static bool
is_open(const struct yaml_event *event)
{
	return event->kind == YAML_SCALAR && event->is_plain && event->text.length == 0;
}

/* Reads a key, which is the current event, and its value. */
static bool
read_field(struct reader *reader, const struct record *record, void *base,
	struct reader_progress *progress)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	if (event->kind == YAML_ERROR) {
		return false;
	}
	if (event->kind != YAML_SCALAR) {
		return skip_entry(reader, event);
	}
	if (reader_key_makes_other(reader, record, progress)) {
		return false;
	}
	const struct field *field = reader_key_find(record, progress->last, event->text);
	if (field == NULL) {
		return reader_key_unknown(reader, record, progress);
	}
	bool is_accepted = reader_key_accept(reader, record, field, progress);
	if (yaml_next(reader->yaml)->kind == YAML_ERROR) {
		return false;
	}
	if (!is_accepted) {
		yaml_skip(reader->yaml);
		return true;
	}
	set_shape(record, field, base);
	progress->is_open = is_open(yaml_current(reader->yaml));
	return reader_value(reader, field, field_place(reader->arena, record, field, base));
}

/* reader_fields for a record under the key `name`; empty: it is the file. */
static bool
read_fields(struct reader *reader, const struct record *record, void *base, struct span at,
	struct str name)
{
	struct reader_progress progress = {.at = at};
	note_place(reader, record, base, at);
	open_level(reader, record, name, false);
	for (const struct yaml_event *event = yaml_current(reader->yaml);
		event->kind != YAML_MAP_END; event = yaml_next(reader->yaml)) {
		if (!read_field(reader, record, base, &progress)) {
			return false;
		}
	}
	close_level(reader);
	report_missing(reader, record, progress.seen | progress.meant, at);
	return true;
}

bool
reader_fields(struct reader *reader, const struct record *record, void *base, struct span at)
{
	return read_fields(reader, record, base, at, STR(""));
}

/* A record in one of its short forms: a scalar or a list for one of its fields. */
static bool
read_short(struct reader *reader, const struct field *field, void *base)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	const struct record *record = field->record;
	const struct record_short *forms = record->short_form;
	const struct field *chosen = forms->list;
	if (event->kind == YAML_SCALAR) {
		struct str text = str_trim(event->text);
		bool is_block =
			forms->scalar_block != NULL && str_find(text, 0, '\n') < text.length;
		chosen = is_block ? forms->scalar_block : forms->scalar;
	}
	if (chosen == NULL) {
		reader_shape_report(reader, field, FIELD_RECORD, event);
		yaml_skip(reader->yaml);
		return true;
	}
	/* What is wrong is said of the field that people wrote, not of the part it stands for. */
	struct field named = *chosen;
	named.key = chosen->kind == FIELD_CHOICE ? chosen->key : field->key;
	note_place(reader, record, base, reader_span(reader, event));
	set_shape(record, chosen, base);
	return reader_value(reader, &named, field_place(reader->arena, record, chosen, base));
}

static bool
has_required(const struct record *record)
{
	for (uint16_t i = 0; i < record->count; i++) {
		if (record->fields[i].flags & FIELD_REQUIRED) {
			return true;
		}
	}
	return false;
}

/* Reads a record in any of its forms into `base`; `at` is where people look for it. */
static bool
read_record(struct reader *reader, const struct field *field, void *base, struct span at)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	if (event->kind == YAML_MAP_START) {
		return yaml_next(reader->yaml)->kind != YAML_ERROR &&
			read_fields(reader, field->record, base, at, field->key);
	}
	if (field->record->short_form != NULL) {
		return read_short(reader, field, base);
	}
	if (!is_open(event) || has_required(field->record)) {
		reader_shape_report(reader, field, FIELD_RECORD, event);
		yaml_skip(reader->yaml);
	}
	return true;
}

/* A record of a list or map: on its own in the arena, the vec holds the pointer. */
static void *
add_record(struct reader *reader, const struct field *field, struct vec *vec)
{
	void *record = arena_alloc(reader->arena, field->record->size);
	VEC_PUSH(vec, reader->arena, void *, record);
	return record;
}

static bool
read_list(struct reader *reader, const struct field *field, struct vec *vec)
{
	struct span start = reader_span(reader, yaml_current(reader->yaml));
	const struct yaml_event *event = yaml_next(reader->yaml);
	bool is_empty = event->kind == YAML_LIST_END;
	for (; event->kind != YAML_LIST_END; event = yaml_next(reader->yaml)) {
		if (event->kind == YAML_ERROR) {
			return false;
		}
		if (field->element == FIELD_RECORD) {
			void *record = add_record(reader, field, vec);
			struct span at = {reader->source, event->at, 1};
			if (!read_record(reader, field, record, at)) {
				return false;
			}
		} else if (event->kind == YAML_SCALAR) {
			void *place =
				vec_add(vec, reader->arena, field_element_size(field->element));
			reader_scalar(reader, field, field->element, place);
		} else {
			reader_shape_report(reader, field, field->element, event);
			yaml_skip(reader->yaml);
		}
	}
	if (is_empty) {
		DIAG(reader->sink, ERRSPEC_EMPTY_TEXT, start, field->key);
	}
	return true;
}

/* Reads one entry of a map; the current event is its key. */
static bool
read_entry(struct reader *reader, const struct field *field, struct vec *vec,
	struct reader_entries *entries)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	if (entries->is_lost || reader_key_is_beside(reader, field->record, entries)) {
		return skip_value(reader);
	}
	const struct field *key_field = &field->record->fields[0];
	if (key_field->kind == FIELD_NAME && str_find(event->text, 0, ':') < event->text.length) {
		slip_report_colon(reader->sink, reader_span(reader, event));
		return skip_value(reader);
	}
	struct reader_entry begun = reader_key_begin(reader);
	struct text key = {0};
	struct span at = reader_span(reader, event);
	if (str_equal(event->text, STR("<<")) && event->is_plain) {
		DIAG_PLAIN(reader->sink, ERRSPEC_MERGE_KEY, at);
	} else {
		reader_scalar(reader, key_field, key_field->kind, &key);
	}
	int64_t first = key.length == 0
		? TABLE_NONE
		: table_put(&entries->keys, reader->scratch, text_str(key), key.at);
	if (first != TABLE_NONE) {
		reader_key_twice(reader, event, (uint32_t)first);
	}
	void *record = add_record(reader, field, vec);
	*(struct text *)((char *)record + key_field->offset) = key;
	if (yaml_next(reader->yaml)->kind == YAML_ERROR) {
		return false;
	}
	entries->empty = reader_shape_is_nothing(event) ? key : (struct text){0};
	/* What is wrong is said of the entry, not of the map. */
	struct field entry = *field;
	entry.key = key.length > 0 ? text_str(key) : field->key;
	bool is_lost = key.length == 0 && yaml_current(reader->yaml)->kind == YAML_SCALAR;
	bool goes_on = is_lost || read_record(reader, &entry, record, at);
	reader_key_end(reader, &begun, entries);
	return goes_on;
}

static bool
read_map(struct reader *reader, const struct field *field, struct vec *vec)
{
	struct reader_entries entries = {0};
	struct span start = reader_span(reader, yaml_current(reader->yaml));
	const struct yaml_event *event = yaml_next(reader->yaml);
	if (event->kind == YAML_MAP_END && !(field->flags & FIELD_REQUIRED)) {
		DIAG(reader->sink, ERRSPEC_EMPTY_TEXT, start, field->key);
	}
	open_level(reader, field->record, field->key, true);
	for (; event->kind != YAML_MAP_END; event = yaml_next(reader->yaml)) {
		bool goes_on = event->kind == YAML_SCALAR
			? read_entry(reader, field, vec, &entries)
			: event->kind != YAML_ERROR && skip_entry(reader, event);
		if (!goes_on) {
			return false;
		}
	}
	close_level(reader);
	return true;
}

static bool
read_record_field(struct reader *reader, const struct field *field, void *place)
{
	struct span at = reader_span(reader, yaml_current(reader->yaml));
	at.length = 1;
	if (field->flags & FIELD_POINTER) {
		void *record = arena_alloc(reader->arena, field->record->size);
		*(void **)place = record;
		place = record;
	}
	return read_record(reader, field, place, at);
}

/* Whether the event begins a value of a field of free data. */
static bool
is_free_data(const struct field *field, const struct yaml_event *event)
{
	return event->kind == YAML_MAP_START ||
		(field->flags & FIELD_LOOSE && !reader_shape_is_nothing(event));
}

bool
reader_value(struct reader *reader, const struct field *field, void *place)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	if (event->kind == YAML_ERROR) {
		return false;
	}
	if (field->kind == FIELD_RECORD) {
		return read_record_field(reader, field, place);
	}
	if (field->kind == FIELD_LIST && event->kind == YAML_LIST_START) {
		return read_list(reader, field, place);
	}
	if (field->kind == FIELD_MAP && event->kind == YAML_MAP_START) {
		return read_map(reader, field, place);
	}
	if (field->kind == FIELD_ANY && is_free_data(field, event)) {
		return value_read_yaml(reader->arena, reader->sink, reader->yaml, reader->source,
			true, (struct value **)place);
	}
	bool wants_scalar =
		field->kind != FIELD_LIST && field->kind != FIELD_MAP && field->kind != FIELD_ANY;
	if (event->kind == YAML_SCALAR && wants_scalar) {
		reader_scalar(reader, field, field->kind, place);
		return true;
	}
	reader_shape_report(reader, field, field->kind, event);
	yaml_skip(reader->yaml);
	return true;
}
