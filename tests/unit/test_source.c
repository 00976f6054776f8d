/* Positions: lines and columns of offsets, whatever ends a line and whatever stands in it. */
#include "bench.h"

struct place_case {
	const char *text;
	enum source_unit unit;
	uint32_t at;
	uint32_t length;
	uint32_t line;
	uint32_t column;
	const char *line_text;
	size_t bytes; /* of the span, in its line */
};

static const struct place_case cases[] = {
	{"abc", SOURCE_BYTES, 0, 1, 1, 1, "abc", 1},
	{"abc", SOURCE_BYTES, 1, 2, 1, 2, "abc", 2},
	{"abc", SOURCE_BYTES, 3, 0, 1, 4, "abc", 1},
	{"abc", SOURCE_BYTES, 99, 1, 1, 4, "abc", 1},
	{"", SOURCE_BYTES, 0, 1, 1, 1, "", 1},
	{"a\nb\n", SOURCE_BYTES, 2, 1, 2, 1, "b", 1},
	{"a\nb\n", SOURCE_BYTES, 4, 1, 3, 1, "", 1},
	{"a\nbcd\ne", SOURCE_BYTES, 3, 9, 2, 2, "bcd", 2},
	{"a\r\nbc", SOURCE_BYTES, 4, 1, 2, 2, "bc", 1},
	{"a\r\nbc", SOURCE_CHARACTERS, 3, 1, 2, 1, "bc", 1},
	{"a\r\n\r\nbc", SOURCE_CHARACTERS, 5, 1, 3, 1, "bc", 1},
	{"a\rb", SOURCE_CHARACTERS, 2, 1, 2, 1, "b", 1},
	{"a\r\rb", SOURCE_CHARACTERS, 3, 1, 3, 1, "b", 1},
	{"\tab", SOURCE_CHARACTERS, 1, 1, 1, 2, "\tab", 1},
	{"\xC3\xA9\xC3\xA9x", SOURCE_CHARACTERS, 2, 1, 1, 3, "\xC3\xA9\xC3\xA9x", 1},
	{"\xC3\xA9\xC3\xA9x", SOURCE_BYTES, 4, 1, 1, 3, "\xC3\xA9\xC3\xA9x", 1},
	{"x\xE2\x82\xACy", SOURCE_CHARACTERS, 1, 1, 1, 2, "x\xE2\x82\xACy", 3},
	{"\xEF\xBB\xBF"
	 "ab",
		SOURCE_CHARACTERS, 1, 1, 1, 2, "ab", 1},
	{"\xEF\xBB\xBF"
	 "a\nb",
		SOURCE_CHARACTERS, 2, 1, 2, 1, "b", 1},
	{"\xF0\x9F\x98\x80\nz", SOURCE_CHARACTERS, 2, 1, 2, 1, "z", 1},
	{"\xFFz", SOURCE_CHARACTERS, 1, 1, 1, 2, "\xFFz", 1},
};

enum { CASE_COUNT = sizeof(cases) / sizeof(cases[0]) };

static void
places_are_found(void **state)
{
	struct bench *bench = *state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		const struct place_case *c = &cases[i];
		uint32_t source = source_add(&bench->sources, STR("t"), str_from(c->text), c->unit);
		struct place place;
		assert_true(source_locate(
			&bench->sources, (struct span){source, c->at, c->length}, &place));
		assert_int_equal(place.line, c->line);
		assert_int_equal(place.column, c->column);
		assert_int_equal(place.length, c->bytes);
		assert_true(str_equal(place.text, str_from(c->line_text)));
	}
}

/* Looking back and forth must not change what is found. */
static void
order_does_not_matter(void **state)
{
	struct bench *bench = *state;
	const char *text = "one\r\ntwo\n\xC3\xA9\n\nlast";
	uint32_t source = source_add(&bench->sources, STR("t"), str_from(text), SOURCE_CHARACTERS);
	static const uint32_t offsets[] = {11, 0, 9, 13, 5, 16, 1, 12};
	static const uint32_t lines[] = {4, 1, 3, 5, 2, 5, 1, 5};
	static const uint32_t columns[] = {1, 1, 1, 2, 1, 5, 2, 1};
	for (size_t i = 0; i < sizeof(offsets) / sizeof(offsets[0]); i++) {
		struct place place;
		source_locate(&bench->sources, (struct span){source, offsets[i], 1}, &place);
		assert_int_equal(place.line, lines[i]);
		assert_int_equal(place.column, columns[i]);
	}
}

static void
nowhere_is_no_place(void **state)
{
	struct bench *bench = *state;
	struct place place;
	assert_false(source_locate(&bench->sources, (struct span){0}, &place));
	assert_int_equal(place.path.length, 0);
	uint32_t source = source_add(
		&bench->sources, STR("/nowhere/at all"), (struct str){0}, SOURCE_CHARACTERS);
	assert_false(source_locate(&bench->sources, (struct span){source, 0, 1}, &place));
	assert_true(str_equal(place.path, STR("/nowhere/at all")));
}

static void
a_part_is_narrowed_to(void **state)
{
	struct bench *bench = *state;
	const char *text = "\xC3\xA9: \"see {a} and {b}\"\nz: {b}\n";
	uint32_t source = source_add(&bench->sources, STR("t"), str_from(text), SOURCE_CHARACTERS);
	struct span span = {source, 3, 15};
	assert_true(source_narrow(&bench->sources, &span, STR("{b}")));
	assert_int_equal(span.at, 16);
	assert_int_equal(span.length, 3);
	span = (struct span){source, 3, 15};
	assert_false(source_narrow(&bench->sources, &span, STR("{c}")));
	assert_int_equal(span.at, 3);
	assert_int_equal(span.length, 15);
	assert_false(source_narrow(&bench->sources, &(struct span){0}, STR("{c}")));
}

/* A diagnostic at a place behind a tab, a wide character and a bidi control. */
static void
the_caret_stands_below(void **state)
{
	struct bench *bench = *state;
	uint32_t source = source_add(&bench->sources, STR("a\nb"),
		STR("\t\xE2\x80\xAEx\xC3\xA9 bad\n"), SOURCE_CHARACTERS);
	DIAG(&bench->sink, ERRSPEC_NOT_NAME, ((struct span){source, 5, 3}),
		STR("b\x1B"
		    "d"));
	report_add(&bench->text, &bench->sink, (struct report_style){false, true});
	buf_add_char(&bench->text, '\0');
	assert_string_equal(bench->text.data,
		"a\\u{A}b:1:6: error: 'b\\u{1B}d' is not a name [ES0220]\n"
		"    1 |  \\u{202E}x\xC3\xA9 bad\n"
		"      |             ^~~\n"
		"help: use letters, digits and '_' only, a letter first\n");
}

/* A place far behind in a line whose bytes are no characters: the excerpt is short all the same. */
static void
an_excerpt_of_bytes_is_short(void **state)
{
	struct bench *bench = *state;
	char line[2000];
	memset(line, '\x93', sizeof(line));
	struct str text = {line, sizeof(line)};
	uint32_t source = source_add(&bench->sources, STR("t"), text, SOURCE_BYTES);
	DIAG(&bench->sink, ERRSPEC_NOT_NAME, ((struct span){source, 1000, 1}), STR("x"));
	report_add(&bench->text, &bench->sink, (struct report_style){false, true});
	static const char mark[] = "^~~~\n";
	size_t caret = str_find(buf_str(&bench->text), 0, '^');
	assert_true(caret < bench->text.length);
	assert_memory_equal(bench->text.data + caret, mark, sizeof(mark) - 1);
	assert_true(bench->text.length < 1200);
}

static void
the_rest_is_counted(void **state)
{
	struct bench *bench = *state;
	bench->sink.limit = 2;
	uint32_t source = bench_source(bench, "abc");
	for (uint32_t i = 0; i < 5; i++) {
		struct span span = {source, 2 - i % 3, 1};
		DIAG(&bench->sink, ERRSPEC_NOT_NAME, span, STR("x"));
	}
	assert_int_equal(bench->sink.errors, 5);
	assert_false(bench->sink.unable);
	assert_string_equal(bench_report(bench),
		"t:1:2: error: 'x' is not a name [ES0220]\n"
		"t:1:3: error: 'x' is not a name [ES0220]\n"
		"errspec: 3 more not shown (--limit diagnostics=5)\n");
	DIAG(&bench->sink, ERRSPEC_CANNOT_READ, ((struct span){0}), STR("p"), STR("r"));
	assert_true(bench->sink.unable);
}

/* Reports a warning, or an error, at a column of a line. */
static struct diag *
report_at(struct bench *bench, uint32_t source, bool is_warning, uint32_t at)
{
	struct span span = {source, at, 1};
	return is_warning ? DIAG(&bench->sink, ERRSPEC_AUDIT_NOT_COMPARED, span, STR("1"))
			  : DIAG(&bench->sink, ERRSPEC_NOT_NAME, span, STR("x"));
}

/* Whether the kept ones stand in these columns, with a '!' before those of errors. */
static void
assert_kept(struct bench *bench, const char *expected)
{
	struct buf shown = {0};
	diag_sort(&bench->sink);
	for (uint32_t i = 0; i < bench->sink.items.count; i++) {
		const struct diag *diag = VEC_AT(&bench->sink.items, struct diag *, i);
		buf_format(&shown, "%s%u ", diag->is_warning ? "" : "!", (unsigned)diag->span.at);
	}
	buf_add_char(&shown, '\0');
	assert_string_equal(shown.data, expected);
	buf_free(&shown);
}

static void
errors_take_the_place_of_warnings(void **state)
{
	struct bench *bench = *state;
	struct diag_sink *sink = &bench->sink;
	sink->limit = 4;
	uint32_t source = bench_source(bench, "abcdefghijkl");
	static const bool warnings[] = {true, false, true, true, true, false};
	for (uint32_t i = 0; i < sizeof(warnings); i++) {
		assert_true(diag_has_room(sink));
		struct diag *diag = report_at(bench, source, warnings[i], i);
		assert_int_equal(diag_is_kept(sink, diag), i != 4);
	}
	assert_false(diag_is_kept(sink, report_at(bench, source, true, 6)));
	diag_take_back(sink, (struct span){source, 2, 1});
	diag_report_error(sink, ERRSPEC_AUDIT_NOT_COMPARED, (struct span){source, 7, 1},
		(const struct str[]){STR("1")}, 1);
	report_at(bench, source, false, 8);
	assert_true(diag_has_room(sink));
	report_at(bench, source, false, 9);
	assert_false(diag_has_room(sink));
	assert_false(diag_is_kept(sink, report_at(bench, source, false, 10)));
	assert_int_equal(sink->errors, 5);
	assert_int_equal(sink->warnings, 4);
	assert_kept(bench, "!1 !7 !8 !9 ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(places_are_found, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			order_does_not_matter, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(nowhere_is_no_place, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			a_part_is_narrowed_to, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			the_caret_stands_below, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			an_excerpt_of_bytes_is_short, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(the_rest_is_counted, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			errors_take_the_place_of_warnings, bench_set_up, bench_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
