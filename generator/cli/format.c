#include "cli/format.h"

#include "base/report.h"
#include "base/utf8.h"
#include "base/version.h"
#include "base/visible.h"
#include "cli/form.h"
#include "cli/uri.h"
#include "errspec.h"

#define REPORT STR("report") /* the target whose templates give the formats */

/* A place in a file, for templates. */
struct place_view {
	struct text path;
	struct text file;
	struct text uri;
	struct text place;
	uint32_t line;
	uint32_t column;
	uint32_t end_column;
	bool has_place;
};

/* A second place of a diagnostic, for templates. */
struct note_view {
	struct place_view at;
	struct text text;
};

/* A diagnostic, for templates. */
struct diag_view {
	struct place_view at;
	struct text code;
	struct text name;
	struct text level;
	struct text message;
	struct text help;
	struct text description;
	struct vec notes; /* struct note_view * */
};

struct report_view {
	struct text version;
	struct vec diagnostics; /* struct diag_view * */
	struct vec rules; /* struct diag_view *: one of each code, with the catalogue's texts */
	struct text spec; /* a reference to what the run was about */
	struct text rest; /* what is said of the diagnostics that are not kept */
	uint32_t errors;
	uint32_t warnings;
	uint32_t hidden; /* diagnostics that are not kept */
	uint32_t failures; /* diagnostics, and one for all that are not kept */
	uint32_t tests; /* as many, but at least one, for formats that want one */
	bool is_able; /* errspec could do its work */
};

#define FIELD(key, kind, type, member, doc) \
	{ \
		STR_INIT(key), kind, 0, 0, FIELD_DERIVED, offsetof(type, member), NULL, NULL, doc \
	}

/* The fields of a struct place_view that is the member `at`. */
#define PLACE_FIELDS(type) \
	FIELD("path", FIELD_TEXT, type, at.path, "the file, as people see it"), \
		FIELD("file", FIELD_TEXT, type, at.file, \
			"the file's name, visible if it is no text"), \
		FIELD("uri", FIELD_TEXT, type, at.uri, \
			"the file's name as a reference of RFC 3986"), \
		FIELD("place", FIELD_TEXT, type, at.place, \
			"file, line and column, as people see them; as much as is known"), \
		FIELD("has_place", FIELD_BOOL, type, at.has_place, "line and column are known"), \
		FIELD("line", FIELD_COUNT, type, at.line, "the line, from 1"), \
		FIELD("column", FIELD_COUNT, type, at.column, "the column in characters, from 1"), \
		FIELD("end_column", FIELD_COUNT, type, at.end_column, \
			"the column behind the last")

static const struct field note_fields[] = {
	PLACE_FIELDS(struct note_view),
	FIELD("text", FIELD_TEXT, struct note_view, text, "what is there"),
};
static const struct record note_record = {
	RECORD("note", "a second place of a diagnostic", note_fields, struct note_view),
};

static const struct field diag_fields[] = {
	PLACE_FIELDS(struct diag_view),
	FIELD("code", FIELD_TEXT, struct diag_view, code, "as ES0203"),
	FIELD("name", FIELD_TEXT, struct diag_view, name, "as UNKNOWN_KEY"),
	FIELD("level", FIELD_TEXT, struct diag_view, level, "error or warning"),
	FIELD("message", FIELD_TEXT, struct diag_view, message, "what is wrong"),
	FIELD("help", FIELD_TEXT, struct diag_view, help, "the remedy"),
	FIELD("description", FIELD_TEXT, struct diag_view, description, "what the code means"),
	{STR_INIT("notes"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct diag_view, notes), &note_record, NULL, "second places"},
};
static const struct record diag_record = {
	RECORD("diagnostic", "what is wrong, where, and how to mend it", diag_fields,
		struct diag_view),
};

static const struct field report_fields[] = {
	FIELD("version", FIELD_TEXT, struct report_view, version, "of errspec"),
	FIELD("errors", FIELD_COUNT, struct report_view, errors, "how many errors"),
	FIELD("warnings", FIELD_COUNT, struct report_view, warnings, "how many warnings"),
	FIELD("hidden", FIELD_COUNT, struct report_view, hidden,
		"how many of them are not among the diagnostics"),
	FIELD("spec", FIELD_TEXT, struct report_view, spec,
		"the spec of the run as a reference of RFC 3986, for what has no file"),
	FIELD("rest", FIELD_TEXT, struct report_view, rest,
		"what people are told of those; empty if there are none"),
	FIELD("failures", FIELD_COUNT, struct report_view, failures,
		"how many diagnostics are here, and one more for those that are not"),
	FIELD("tests", FIELD_COUNT, struct report_view, tests, "as many, but at least 1"),
	FIELD("is_able", FIELD_BOOL, struct report_view, is_able,
		"errspec could judge: the exit status is not 2"),
	{STR_INIT("diagnostics"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct report_view, diagnostics), &diag_record, NULL, "the diagnostics"},
	{STR_INIT("rules"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct report_view, rules), &diag_record, NULL, "one of each code"},
};
static const struct record report_record = {
	RECORD("report", "the diagnostics of a run", report_fields, struct report_view),
};

/* A name of a file for programs: itself, if it is a text. */
static struct text
name_of(struct run *run, struct str path)
{
	uint32_t bad;
	bool is_text = utf8_find_forbidden(path, &bad) == path.length;
	return text_from(is_text ? path : visible_copy(&run->arena, path), 0);
}

/* How many characters of the line a place has; at least one. */
static uint32_t
characters_of(const struct place *place)
{
	struct str rest = str_skip(place->text, place->offset);
	size_t bytes = place->length < rest.length ? place->length : rest.length;
	size_t count = utf8_count(str_head(rest, bytes));
	return count == 0 ? 1 : (uint32_t)count;
}

static struct place_view
view_place(struct run *run, struct span span, struct str about)
{
	struct place place;
	bool has_place = source_locate(&run->sources, span, &place);
	place.path = place.path.length > 0 ? place.path : about;
	struct str path = visible_copy(&run->arena, place.path);
	struct str where = has_place
		? ARENA_JOIN(&run->arena, path, STR(":"), arena_number(&run->arena, place.line),
			  STR(":"), arena_number(&run->arena, place.column))
		: path;
	return (struct place_view){.path = text_from(path, 0),
		.file = name_of(run, place.path),
		.uri = text_from(uri_of(&run->arena, place.path), 0),
		.place = text_from(where, 0),
		.line = place.line,
		.column = place.column,
		.end_column = has_place ? place.column + characters_of(&place) : 0,
		.has_place = has_place};
}

static struct note_view *
view_note(struct run *run, const struct diag_note *note)
{
	struct note_view *view = arena_alloc(&run->arena, sizeof(*view));
	*view = (struct note_view){view_place(run, note->span, STR("")), text_from(note->text, 0)};
	return view;
}

static struct diag_view *
view_diag(struct run *run, const struct diag *diag)
{
	struct diag_view *view = arena_alloc(&run->arena, sizeof(*view));
	struct errspec_info info = {0};
	errspec_find(diag->code, &info);
	view->at = view_place(run, diag->span, diag->file);
	view->code = text_from(diag_spelling(&run->arena, diag->code), 0);
	view->name = text_from(str_from(info.name), 0);
	view->level = text_from(diag->is_warning ? STR("warning") : STR("error"), 0);
	view->message = text_from(diag->message, 0);
	view->help = text_from(diag->help, 0);
	view->description = text_from(str_from(info.description), 0);
	for (uint32_t i = 0; i < diag->notes.count; i++) {
		VEC_PUSH(&view->notes, &run->arena, struct note_view *,
			view_note(run, &VEC_AT(&diag->notes, struct diag_note, i)));
	}
	return view;
}

static void
add_rule(struct run *run, struct report_view *report, const struct diag *diag)
{
	struct diag_view *view = view_diag(run, diag);
	for (uint32_t i = 0; i < report->rules.count; i++) {
		const struct diag_view *rule = VEC_AT(&report->rules, struct diag_view *, i);
		if (str_equal(text_str(rule->code), text_str(view->code))) {
			return;
		}
	}
	view->message = text_from(str_from(errspec_message(diag->code)), 0);
	view->help = text_from(str_from(errspec_actions(diag->code)), 0);
	VEC_PUSH(&report->rules, &run->arena, struct diag_view *, view);
}

static void
view_report(struct run *run, struct report_view *report)
{
	diag_sort(&run->sink);
	report->version = text_from(VERSION_OWN, 0);
	report->errors = run->sink.errors;
	report->warnings = run->sink.warnings;
	struct str spec = run_named_spec(run);
	spec = spec.length > 0 ? spec : run_default_spec();
	report->spec = text_from(
		uri_of(&run->arena, spec.length > 0 ? spec : STR("spec/errspec.yaml")), 0);
	report->hidden = report_hidden(&run->sink);
	report->rest = text_from(report_rest(&run->arena, &run->sink), 0);
	report->failures = run->sink.items.count + (report->hidden > 0 ? 1 : 0);
	report->tests = report->failures > 0 ? report->failures : 1;
	report->is_able = !run->sink.unable;
	for (uint32_t i = 0; i < run->sink.items.count; i++) {
		const struct diag *diag = VEC_AT(&run->sink.items, struct diag *, i);
		VEC_PUSH(&report->diagnostics, &run->arena, struct diag_view *,
			view_diag(run, diag));
		add_rule(run, report, diag);
	}
}

void
format_choices(struct run *run, struct choices *choices)
{
	CHOICES(choices, STR("human"), STR("gcc")); /* which have no template */
	form_choices(run, REPORT, choices);
}

/* Appends the diagnostics in this format to the text; false if that failed itself. */
static bool
add_with_template(struct run *run, struct str format)
{
	struct report_view report = {0};
	view_report(run, &report);
	return form_print(run, REPORT, format, &report_record, &report);
}

static void
add_lines(struct run *run)
{
	struct buf report = {0};
	report_add(&report, &run->sink, (struct report_style){false, false});
	buf_add(&run->text, buf_str(&report));
	buf_free(&report);
}

static bool
is_human(struct str format)
{
	return format.length == 0 || str_equal(format, STR("human"));
}

bool
format_accept(struct run *run)
{
	struct str format = run->options.format;
	return is_human(format) || choices_accept(run, OPTION_FORMAT, format);
}

void
format_show(struct run *run)
{
	struct str format = run->options.format;
	bool is_gcc = str_equal(format, STR("gcc"));
	if (is_gcc) {
		add_lines(run);
	}
	/* Diagnostics that went to standard output are not shown again. */
	run->shows_report = is_human(format) || (!is_gcc && !add_with_template(run, format));
}
