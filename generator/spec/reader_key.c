#include "spec/reader.h"

#include "data/slip.h"
#include "data/slip_level.h"
#include "data/slip_text.h"
#include "spec/file_kind.h"
#include "errspec.h"

/* A key that no table has, kept while its value is looked at. */
struct unknown {
	struct str key;
	struct span span;
	bool is_bare; /* it has no value */
	bool in_flow; /* it stands in braces */
	struct slip_level level; /* of an outer record that has it; column 0: none has */
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

/* What to do with a key that an outer record has. */
static struct str
help_with_level(struct arena *arena, const struct slip_level *level)
{
	return ARENA_JOIN(arena, STR("if it belongs to "), level->name,
		STR(", begin it in column "), arena_number(arena, level->column), STR(", as line "),
		arena_number(arena, level->line), STR(" does; else remove it"));
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
	bool is_top = record == reader->top;
	const struct record *owner = is_top ? file_kind_with(unknown->key) : NULL;
	if (unknown->level.column > 0) {
		diag_help(diag, help_with_level(reader->arena, &unknown->level));
	} else if (owner != NULL) {
		diag_help(diag,
			ARENA_JOIN(reader->arena, STR("put it into a "), owner->name,
				STR(", which is a file of its own, or remove it")));
	} else if (nearest.length > 0) {
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
		file_kind_report(reader->sink, reader_span(reader, event), other, record);
	note_kind(reader, record, progress, other, diag);
	return true;
}

bool
reader_key_level(void *context, const struct slip_key *key, struct slip_level *level)
{
	struct reader *reader = context;
	return reader->levels != NULL && level_find(reader->levels, reader->sink, key, level);
}

/* A key that stands where it cannot belong, and the level to which it does. */
struct astray {
	struct slip_key key;
	struct slip_level level;
};

/* Whether another level has the key, as its name and its column tell. */
static bool
is_astray(struct reader *reader, struct span at, bool in_flow, struct astray *astray)
{
	return !in_flow && diag_has_room(reader->sink) &&
		slip_level_key_at(reader->sink, at.source, at.at, &astray->key) &&
		reader_key_level(reader, &astray->key, &astray->level);
}

/* Whether a record that is still open has the key. */
static bool
is_of_outer(const struct astray *astray)
{
	return !astray->level.is_map && astray->level.column < astray->key.column;
}

static void
report_astray(struct reader *reader, const struct astray *astray)
{
	slip_level_report(reader->sink, &astray->key, &astray->level,
		(struct slip_guide){reader_key_level, reader});
}

/* Reports a key that the record has had already, or that belongs to what was read before it. */
static void
report_again(struct reader *reader, const struct yaml_event *event,
	struct reader_progress *progress, size_t index)
{
	struct astray astray;
	if (progress->is_beside) {
		return; /* it follows from a slip that was reported */
	}
	if (is_astray(reader, reader_span(reader, event), yaml_in_flow(reader->yaml), &astray) &&
		!is_of_outer(&astray)) {
		report_astray(reader, &astray);
	} else {
		reader_key_twice(reader, event, progress->places[index]);
	}
}

bool
reader_key_accept(struct reader *reader, const struct record *record, const struct field *field,
	struct reader_progress *progress)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	size_t index = (size_t)(field - record->fields);
	if (progress->seen >> index & 1) {
		report_again(reader, event, progress, index);
		return false;
	}
	progress->last = field;
	progress->seen |= UINT64_C(1) << index;
	progress->places[index] = event->at;
	if (reader->levels != NULL) {
		level_note(reader->levels, event->at, progress->seen);
	}
	return true;
}

/* Whether a key that the record lacks belongs to the one before it, beside which it stands. */
static bool
belongs_to_last(const struct record *record, const struct reader_progress *progress, struct str key,
	bool is_map)
{
	unsigned without = FIELD_DERIVED | FIELD_KEY;
	const struct field *last = progress->last;
	struct str nearest = field_nearest(record, key, without);
	bool is_other = last != NULL && (nearest.length == 0 || str_equal(nearest, last->key));
	if (last == NULL || (last->kind != FIELD_ANY && last->record == NULL)) {
		return false;
	}
	return last->kind == FIELD_ANY    ? is_other && progress->is_open
		: last->kind == FIELD_MAP ? is_other && (is_map || progress->is_open)
					  : field_find(last->record, key, without) != NULL;
}

/* Whether the record is a text in braces: it has a form that is a text. */
static bool
is_text_in_braces(struct reader *reader, const struct record *record, struct span at)
{
	const struct record_short *forms = record->short_form;
	bool is_text = forms != NULL && forms->scalar != NULL &&
		(forms->scalar->kind == FIELD_TEXT || forms->scalar->kind == FIELD_MARKDOWN);
	return is_text && slip_text_report_bracket(reader->sink, at.source, at.at, false);
}

/* Whether the key holds its value too, as no blank stands behind the colon; it counts as read. */
static bool
lacks_blank(const struct record *record, struct reader_progress *progress, struct str key)
{
	size_t colon = str_find(key, 0, ':');
	const struct field *field =
		field_find(record, str_head(key, colon), FIELD_DERIVED | FIELD_KEY);
	if (field == NULL || colon == key.length) {
		return false;
	}
	progress->seen |= UINT64_C(1) << (field - record->fields);
	return true;
}

/* The bit of the field whose key is the nearest to a misspelt one; 0 if none is near. */
static uint64_t
meant_field(const struct record *record, struct str key)
{
	struct str nearest = field_nearest(record, key, FIELD_DERIVED | FIELD_KEY);
	const struct field *field = reader_key_find(record, NULL, nearest);
	return field == NULL ? 0 : UINT64_C(1) << (field - record->fields);
}

/* Reports a key that another level has. */
static void
report_level(struct reader *reader, const struct record *record, struct reader_progress *progress,
	struct unknown *unknown, const struct astray *astray)
{
	if (is_of_outer(astray)) {
		unknown->level = astray->level;
		report_unknown(reader, record, unknown);
	} else {
		report_astray(reader, astray);
		progress->is_beside = true;
	}
}

/* Whether a record has the key, or what its fields hold; `any`: where any key may stand, too. */
static bool
holds(const struct record *record, struct str key, bool any, int depth)
{
	for (uint16_t i = 0; record != NULL && depth > 0 && i < record->count; i++) {
		const struct field *field = &record->fields[i];
		bool is_it = !(field->flags & FIELD_DERIVED) &&
			(str_equal(field->key, key) || (any && field->kind == FIELD_ANY) ||
				holds(field->record, key, any, depth - 1));
		if (is_it) {
			return true;
		}
	}
	return false;
}

/* Reports a key that belongs to a deeper one, which stands above it and has no value yet. */
static bool
report_above(struct reader *reader, const struct record *record,
	const struct reader_progress *progress, const struct unknown *unknown)
{
	struct str nearest = field_nearest(record, unknown->key, FIELD_DERIVED | FIELD_KEY);
	return progress->last != NULL && !unknown->in_flow && diag_has_room(reader->sink) &&
		holds(progress->last->record, unknown->key, nearest.length == 0, LEVELS_MAX) &&
		slip_level_before(reader->sink, unknown->span);
}

static void
report_key(struct reader *reader, const struct record *record, struct reader_progress *progress,
	struct unknown *unknown)
{
	const struct field *last = progress->last;
	struct astray astray;
	bool is_known =
		!progress->is_beside && is_astray(reader, unknown->span, unknown->in_flow, &astray);
	if (str_equal(unknown->key, STR("<<"))) {
		DIAG_PLAIN(reader->sink, ERRSPEC_MERGE_KEY, unknown->span);
	} else if (lacks_blank(record, progress, unknown->key)) {
		slip_report_colon(reader->sink, unknown->span);
	} else if (!progress->is_beside && report_above(reader, record, progress, unknown)) {
		progress->is_beside = true;
	} else if (is_known && !astray.level.is_map && !is_of_outer(&astray)) {
		report_level(reader, record, progress, unknown, &astray);
	} else if (belongs_to_last(record, progress, unknown->key,
			   yaml_current(reader->yaml)->kind == YAML_MAP_START)) {
		if (!progress->is_beside) {
			slip_level_beside(reader->sink, unknown->span,
				(struct slip_pair){unknown->key, last->key,
					progress->places[last - record->fields], unknown->in_flow});
		}
		progress->is_beside = true;
	} else if (progress->is_beside) {
		return; /* it follows from that */
	} else if (is_known) {
		report_level(reader, record, progress, unknown, &astray);
	} else if (is_text_in_braces(reader, record, progress->at)) {
		progress->seen = UINT64_MAX; /* nothing is missing in what is no record */
	} else {
		progress->meant |= meant_field(record, unknown->key);
		report_unknown(reader, record, unknown);
	}
}

bool
reader_key_unknown(
	struct reader *reader, const struct record *record, struct reader_progress *progress)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	struct unknown unknown = {.key = arena_copy(reader->scratch, event->text),
		.span = reader_span(reader, event),
		.in_flow = yaml_in_flow(reader->yaml)};
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
	bool is_beside = (entries->empty.length > 0 || entries->goes_on) &&
		field_find(record, event->text, FIELD_DERIVED | FIELD_KEY) != NULL;
	if (is_beside && !entries->is_beside) {
		slip_level_beside(reader->sink, reader_span(reader, event),
			(struct slip_pair){event->text, text_str(entries->empty), entries->empty.at,
				yaml_in_flow(reader->yaml)});
	}
	entries->is_beside = entries->is_beside || is_beside;
	entries->goes_on = entries->goes_on && is_beside;
	return is_beside;
}

struct reader_entry
reader_key_begin(struct reader *reader)
{
	struct reader_entry entry = {.at = reader_span(reader, yaml_current(reader->yaml)),
		.errors = reader->sink->errors};
	if (reader->levels != NULL) {
		entry.before = level_before(reader->levels);
		level_note(reader->levels, entry.at.at, 0);
	}
	return entry;
}

void
reader_key_end(
	struct reader *reader, const struct reader_entry *entry, struct reader_entries *entries)
{
	bool is_wrong = reader->levels != NULL && reader->sink->errors > entry->errors;
	if (!is_wrong || !level_is_foreign(reader->levels)) {
		return;
	}
	level_restore(reader->levels, &entry->before);
	struct astray astray;
	if (is_astray(reader, entry->at, yaml_in_flow(reader->yaml), &astray)) {
		report_astray(reader, &astray);
		entries->is_beside = true;
		entries->goes_on = true;
		entries->is_lost = entries->empty.length > 0;
	}
}
