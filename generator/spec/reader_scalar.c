#include "spec/reader.h"

#include "base/path.h"
#include "data/plain.h"
#include "data/slip_text.h"
#include "spec/integer.h"
#include "spec/token.h"
#include "errspec.h"

static void
store(struct reader *reader, const struct yaml_event *event, struct str value, struct text *place)
{
	struct str copy = arena_copy(reader->arena, value);
	*place = (struct text){copy.data, (uint32_t)copy.length, event->at};
}

/* Block scalars end in line breaks that nobody means. */
static struct str
without_last_breaks(struct str text)
{
	while (text.length > 0 && text.data[text.length - 1] == '\n') {
		text.length--;
	}
	return text;
}

/* Reports a comment behind a text, which may be meant as a part of it. */
static bool
accept_end(struct reader *reader, const struct field *field, const struct yaml_event *event)
{
	struct span span = {reader->source, event->comment, 1};
	if (event->comment == 0 || field->flags & FIELD_STAMP) {
		return true;
	}
	DIAG(reader->sink, ERRSPEC_CUT_TEXT, span, field->key);
	return false;
}

/* Reports a value that says nothing, maybe as YAML takes its first letter for a sign. */
static void
report_empty(struct reader *reader, const struct field *field, const struct yaml_event *event)
{
	struct span span = reader_span(reader, event);
	struct diag *diag = DIAG(reader->sink, ERRSPEC_EMPTY_TEXT, span, field->key);
	struct str meant =
		diag_is_kept(reader->sink, diag) ? slip_text_meant(reader->sink, span) : STR("");
	if (meant.length > 0) {
		bool is_comment = meant.data[1] == '#';
		diag_help(diag,
			ARENA_JOIN(reader->scratch,
				is_comment ? STR("what follows is a comment: write ")
					   : STR("no lines of a text follow: write "),
				meant, STR(" if that is the text; else "), diag->help));
	}
}

/* Whether the scalar is a text for every YAML reader; reports if not. */
static bool
accept_text(struct reader *reader, const struct field *field, const struct yaml_event *event)
{
	struct span span = reader_span(reader, event);
	bool is_free = (field->flags & FIELD_MULTILINE) != 0; /* a line break may be all it says */
	struct str said = is_free ? event->text : str_trim(event->text);
	if (said.length == 0) {
		report_empty(reader, field, event);
		return false;
	}
	if (event->is_plain) {
		struct str meaning = plain_meaning(event->text);
		if (meaning.length > 0) {
			DIAG(reader->sink, ERRSPEC_NOT_TEXT, span, event->text, meaning);
			return false;
		}
	}
	return true;
}

static void
read_token(struct reader *reader, const struct field *field, uint8_t kind,
	const struct yaml_event *event, struct text *place)
{
	const struct token_form *form = token_form(kind);
	bool is_empty = str_trim(event->text).length == 0;
	if (!is_empty && !form->fits(event->text)) { /* quotes would not mend that */
		DIAG(reader->sink, form->fault, reader_span(reader, event), event->text);
	} else if (accept_text(reader, field, event)) {
		store(reader, event, event->text, place);
	}
}

static void
read_line(struct reader *reader, const struct field *field, const struct yaml_event *event,
	struct text *place)
{
	if (!accept_text(reader, field, event) || !accept_end(reader, field, event)) {
		return;
	}
	bool is_free = (field->flags & FIELD_MULTILINE) != 0;
	struct str text = is_free ? event->text : without_last_breaks(event->text);
	if (!is_free && str_find(text, 0, '\n') < text.length) {
		DIAG(reader->sink, ERRSPEC_LINE_BREAK, reader_span(reader, event), field->key);
		return;
	}
	store(reader, event, text, place);
}

static void
read_markdown(struct reader *reader, const struct field *field, const struct yaml_event *event,
	struct text *place)
{
	if (accept_text(reader, field, event) && accept_end(reader, field, event)) {
		store(reader, event, without_last_breaks(event->text), place);
	}
}

/* Reports a path that is not safe; one is, if the only fault is './' before it. */
static void
report_path(struct reader *reader, const struct yaml_event *event, struct str fault)
{
	struct diag *diag = DIAG(
		reader->sink, ERRSPEC_UNSAFE_PATH, reader_span(reader, event), event->text, fault);
	struct str rest = event->text;
	while (str_starts(rest, STR("./"))) {
		rest = str_skip(rest, 2);
	}
	if (path_is_safe(rest)) {
		diag_help(diag, ARENA_JOIN(reader->arena, STR("write '"), rest, STR("'")));
	}
}

static void
read_path(struct reader *reader, const struct field *field, const struct yaml_event *event,
	struct text *place)
{
	if (!accept_text(reader, field, event)) {
		return;
	}
	struct str fault = path_fault(reader->sink->arena, event->text);
	bool is_here = (field->flags & FIELD_HERE) != 0 && str_equal(event->text, STR("."));
	if (fault.length > 0 && !is_here) {
		report_path(reader, event, fault);
		return;
	}
	store(reader, event, event->text, place);
}

static void
report_integer(struct reader *reader, const struct yaml_event *event, enum integer_fault fault)
{
	static const int32_t codes[] = {[INTEGER_MALFORMED] = ERRSPEC_NOT_INTEGER,
		[INTEGER_LEADING_ZERO] = ERRSPEC_LEADING_ZERO,
		[INTEGER_TOO_LARGE] = ERRSPEC_INTEGER_TOO_LARGE};
	DIAG(reader->sink, codes[fault], reader_span(reader, event), event->text);
}

/* Reports an integer that the field cannot have. */
static void
check_bounds(struct reader *reader, const struct field *field, const struct yaml_event *event,
	const struct number *number)
{
	const struct integer_ends *ends = &integer_ends[field->element];
	if (!integer_is_within(number, ends)) {
		DIAG(reader->sink, ERRSPEC_OUT_OF_BOUNDS, reader_span(reader, event), event->text,
			field->key, arena_number(reader->scratch, (long long)ends->least),
			arena_number(reader->scratch, (long long)ends->most));
	}
}

static void
read_integer(struct reader *reader, const struct field *field, const struct yaml_event *event,
	struct number *place)
{
	if (!event->is_plain) {
		DIAG(reader->sink, ERRSPEC_QUOTED_INTEGER, reader_span(reader, event), event->text);
		return;
	}
	enum integer_fault fault = integer_parse(event->text, place);
	place->at = event->at;
	if (fault != INTEGER_FINE) {
		place->kind = NUMBER_ABSENT;
		report_integer(reader, event, fault);
	} else {
		check_bounds(reader, field, event, place);
	}
}

/* base+13, not in quotes: a distance from the base of the module, which may stand further down. */
static bool
read_relative(struct reader *reader, const struct yaml_event *event, struct number *place)
{
	struct str base = STR("base+");
	if (!event->is_plain || !str_starts(event->text, base)) {
		return false;
	}
	enum integer_fault fault = integer_parse(str_skip(event->text, base.length), place);
	if (fault != INTEGER_FINE || (place->kind == NUMBER_SIGNED && place->integer < 0)) {
		place->kind = NUMBER_ABSENT;
		DIAG(reader->sink, ERRSPEC_NOT_CODE, reader_span(reader, event), event->text);
	} else {
		place->kind = NUMBER_RELATIVE;
	}
	return true;
}

/* A code that is a text: in quotes, or a word that no YAML reader takes for anything else. */
static void
read_string_code(struct reader *reader, const struct field *field, const struct yaml_event *event,
	struct number *place)
{
	struct text *text = arena_alloc(reader->arena, sizeof(*text));
	read_line(reader, field, event, text);
	if (text->length > 0) {
		place->string = text;
		place->kind = NUMBER_STRING;
	}
}

static void
read_code(struct reader *reader, const struct field *field, const struct yaml_event *event,
	struct number *place)
{
	if (!read_relative(reader, event, place)) {
		struct str meaning = event->is_plain ? plain_meaning(event->text) : STR("");
		bool is_text = meaning.length == 0;
		enum integer_fault fault =
			is_text ? INTEGER_FINE : integer_parse(event->text, place);
		if (is_text) {
			read_string_code(reader, field, event, place);
		} else if (fault == INTEGER_MALFORMED) {
			place->kind = NUMBER_ABSENT;
			DIAG(reader->sink, ERRSPEC_NOT_CODE, reader_span(reader, event),
				event->text);
		} else if (fault != INTEGER_FINE) {
			place->kind = NUMBER_ABSENT;
			report_integer(reader, event, fault);
		}
	}
	place->at = event->at;
}

static void
read_boolean(struct reader *reader, const struct yaml_event *event, bool *place)
{
	*place = str_equal(event->text, STR("true"));
	if (!event->is_plain || (!*place && !str_equal(event->text, STR("false")))) {
		struct str quote = event->is_plain ? STR("") : STR("\"");
		DIAG(reader->sink, ERRSPEC_NOT_BOOLEAN, reader_span(reader, event),
			ARENA_JOIN(reader->scratch, quote, event->text, quote));
	}
}

/* The choice that a word was meant to be; empty if none is near. */
static struct str
nearest_choice(const struct str *choices, struct str word)
{
	struct str nearest = STR("");
	size_t least = word.length / 3 + 2;
	for (; choices->length > 0; choices++) {
		size_t distance = str_distance(*choices, word);
		if (distance < least) {
			least = distance;
			nearest = *choices;
		}
	}
	return nearest;
}

/* "known are a, b and c", for a word that is none of them. */
static struct str
known_choices(struct arena *arena, const struct str *choices)
{
	struct str list = STR("known are ");
	for (const struct str *choice = choices; choice->length > 0; choice++) {
		bool is_last = choice[1].length == 0;
		struct str comma = choice == choices ? STR("") : is_last ? STR(" and ") : STR(", ");
		list = ARENA_JOIN(arena, list, comma, *choice);
	}
	return list;
}

/* What to write in place of a word that is no choice of the field. */
static struct str
help_with_choice(struct arena *arena, const struct field *field, struct str word)
{
	if (field_has_few_choices(field)) {
		return known_choices(arena, field->choices);
	}
	struct str nearest = nearest_choice(field->choices, word);
	return nearest.length > 0
		? ARENA_JOIN(arena, STR("did you mean '"), nearest, STR("'?"))
		: ARENA_JOIN(arena, STR("take one of the words that 'errspec schema' lists for "),
			  field->key);
}

static void
read_choice(struct reader *reader, const struct field *field, const struct yaml_event *event,
	uint8_t *place)
{
	for (uint8_t i = 0; field->choices[i].length > 0; i++) {
		if (str_equal(field->choices[i], event->text)) {
			*place = (uint8_t)(i + 1);
			return;
		}
	}
	struct diag *diag = DIAG(reader->sink, ERRSPEC_UNKNOWN_CHOICE, reader_span(reader, event),
		event->text, field->key);
	if (diag_is_kept(reader->sink, diag)) {
		diag_help(diag, help_with_choice(reader->arena, field, event->text));
	}
}

static void
read_range(struct reader *reader, const struct yaml_event *event, struct range *place)
{
	struct str text = event->text;
	bool is_fine = integer_parse_range(text, place);
	bool is_integer = is_fine && str_find(text, 1, '-') == text.length;
	if (!is_fine) {
		*place = (struct range){0};
		DIAG(reader->sink, ERRSPEC_NOT_RANGE, reader_span(reader, event), text);
	} else if (is_integer && !event->is_plain) {
		DIAG(reader->sink, ERRSPEC_QUOTED_INTEGER, reader_span(reader, event), text);
	}
	place->low.at = event->at;
	place->high.at = event->at;
}

static bool
accept_something(struct reader *reader, const struct field *field, const struct yaml_event *event)
{
	bool is_nothing = event->is_plain && event->text.length == 0;
	if (is_nothing) {
		report_empty(reader, field, event);
	}
	return !is_nothing;
}

void
reader_scalar(struct reader *reader, const struct field *field, uint8_t kind, void *place)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	if (!accept_something(reader, field, event)) {
		return;
	}
	if (token_form(kind) != NULL) {
		read_token(reader, field, kind, event, place);
		return;
	}
	switch ((enum field_kind)kind) {
	case FIELD_TEXT:
		read_line(reader, field, event, place);
		break;
	case FIELD_MARKDOWN:
		read_markdown(reader, field, event, place);
		break;
	case FIELD_PATH:
		read_path(reader, field, event, place);
		break;
	case FIELD_INT:
		read_integer(reader, field, event, place);
		break;
	case FIELD_CODE:
		read_code(reader, field, event, place);
		break;
	case FIELD_BOOL:
		read_boolean(reader, event, place);
		break;
	case FIELD_CHOICE:
		read_choice(reader, field, event, place);
		break;
	case FIELD_RANGE:
		read_range(reader, event, place);
		break;
	default:
		reader_shape_report(reader, field, kind, event);
		break;
	}
}
