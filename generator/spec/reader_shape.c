#include "spec/reader.h"

#include "data/plain.h"
#include "data/slip.h"
#include "data/slip_text.h"
#include "spec/sample.h"
#include "errspec.h"

static struct str
kind_noun(uint8_t kind, const struct field *field)
{
	const struct record *record = field->record;
	switch ((enum field_kind)kind) {
	case FIELD_INT:
	case FIELD_COUNT:
		return STR("an integer");
	case FIELD_CODE:
		return STR("an integer or a text in quotes");
	case FIELD_BOOL:
		return STR("true or false");
	case FIELD_RANGE:
		return STR("a range");
	case FIELD_RECORD:
		return record->short_form == NULL          ? STR("a map")
			: record->short_form->list != NULL ? STR("a text, a list or a map")
							   : STR("a text or a map");
	case FIELD_LIST:
		return STR("a list");
	case FIELD_MAP:
		return STR("a map");
	case FIELD_ANY:
		return field->flags & FIELD_LOOSE ? STR("a value") : STR("a map");
	default:
		return STR("a text");
	}
}

bool
reader_shape_is_nothing(const struct yaml_event *event)
{
	return event->kind == YAML_SCALAR && event->is_plain &&
		(event->text.length == 0 || str_equal(plain_meaning(event->text), STR("null")));
}

static struct str
event_noun(const struct yaml_event *event)
{
	bool is_nothing = reader_shape_is_nothing(event);
	return event->kind == YAML_MAP_START     ? STR("a map")
		: event->kind == YAML_LIST_START ? STR("a list")
		: is_nothing                     ? STR("nothing")
						 : STR("a text");
}

/* Whether nothing but the end of a list in brackets follows a word in its line. */
static bool
is_alone(struct str rest)
{
	size_t at = 0;
	while (at < rest.length && memchr(" ]\r", rest.data[at], 3) != NULL) {
		at++;
	}
	return at == rest.length || rest.data[at] == '#';
}

/* The word that is the value, if it is one: the only entry of a list, or a text. */
static struct str
only_word(struct reader *reader, const struct yaml_event *event)
{
	struct place place;
	if (!source_locate(reader->sink->sources, reader_span(reader, event), &place)) {
		return STR("");
	}
	struct str rest = str_skip(place.text, place.offset);
	size_t begin = 0;
	while (begin < rest.length && memchr("[- ", rest.data[begin], 3) != NULL) {
		begin++;
	}
	size_t end = begin;
	while (end < rest.length &&
		(str_is_letter(rest.data[end]) || str_is_digit(rest.data[end]) ||
			memchr("_.-", rest.data[end], 3) != NULL)) {
		end++;
	}
	return is_alone(str_skip(rest, end)) ? (struct str){rest.data + begin, end - begin}
					     : STR("");
}

/* Words with commas between them, where a list of words is wanted. */
static bool
is_listing(const struct field *field, uint8_t kind, const struct yaml_event *event)
{
	return kind == FIELD_LIST && field->element != FIELD_RECORD && event->kind == YAML_SCALAR &&
		str_find(event->text, 0, ',') < event->text.length;
}

/* How the value is written that was meant. */
static struct str
shape_help(struct reader *reader, const struct field *field, uint8_t kind,
	const struct yaml_event *event)
{
	struct arena *arena = reader->scratch;
	bool is_text = kind == FIELD_TEXT || kind == FIELD_MARKDOWN;
	if (is_text && event->kind == YAML_MAP_START) {
		return STR("put a text that has ': ' in it in quotes");
	}
	struct str form = is_listing(field, kind, event)
		? ARENA_JOIN(arena, STR("["), event->text, STR("]"))
		: sample_form(arena, field, kind, only_word(reader, event));
	if (reader_shape_is_nothing(event)) {
		return ARENA_JOIN(arena, STR("write it as "), form, STR(", or remove the key"));
	}
	return ARENA_JOIN(arena, STR("write it as "), form);
}

/* Whether nothing but dashes stands before the event in its line. */
static bool
begins_line(struct reader *reader, const struct yaml_event *event)
{
	struct place place;
	bool is_found = source_locate(reader->sink->sources, reader_span(reader, event), &place);
	size_t at = 0;
	while (is_found && at < place.offset && memchr("- ", place.text.data[at], 2) != NULL) {
		at++;
	}
	return is_found && at == place.offset;
}

/* Whether a text is a key and its value, between which the colon or the blank is missing. */
static bool
is_entry(struct reader *reader, const struct field *field, uint8_t kind,
	const struct yaml_event *event)
{
	bool is_record = kind == FIELD_RECORD;
	bool takes_keys = is_record || kind == FIELD_MAP || kind == FIELD_ANY;
	if (event->kind != YAML_SCALAR || !event->is_plain || !takes_keys) {
		return false;
	}
	struct str name = slip_first_name(event->text);
	if (name.length == 0 || !begins_line(reader, event)) {
		return false;
	}
	char next = event->text.data[name.length];
	bool is_field =
		is_record && field_find(field->record, name, FIELD_DERIVED | FIELD_KEY) != NULL;
	return is_record ? is_field && (next == ':' || next == ' ') : next == ':';
}

void
reader_shape_report(struct reader *reader, const struct field *field, uint8_t kind,
	const struct yaml_event *event)
{
	struct span span = reader_span(reader, event);
	bool is_text = kind == FIELD_TEXT || kind == FIELD_MARKDOWN;
	if (is_text && event->kind != YAML_SCALAR &&
		slip_text_report_bracket(reader->sink, span.source, span.at, true)) {
		return;
	}
	if (diag_has_room(reader->sink) && is_entry(reader, field, kind, event)) {
		slip_report_colon(reader->sink, span);
		return;
	}
	span.length = event->kind == YAML_SCALAR ? span.length : 1;
	bool is_element = field->kind == FIELD_LIST && kind != FIELD_LIST;
	struct str what = ARENA_JOIN(reader->scratch, is_element ? STR("an entry of '") : STR("'"),
		field->key, STR("'"));
	struct diag *diag = DIAG(reader->sink, ERRSPEC_WRONG_SHAPE, span, what,
		kind_noun(kind, field), event_noun(event));
	if (diag_is_kept(reader->sink, diag)) {
		diag_help(diag, shape_help(reader, field, kind, event));
	}
}
