/* YAML as events: their order, their places, and what is refused. */
#include "data/plain.h"
#include "data/yaml.h"
#include "embed/embedded.h"

#include "scratch.h"

struct recital {
	struct bench bench;
	struct buf events;
};

static struct yaml *
open_text(struct recital *world, const char *text)
{
	struct bench *bench = &world->bench;
	uint32_t source = source_add(&bench->sources, STR("t"), str_from(text), SOURCE_CHARACTERS);
	source_get(&bench->sources, source)->is_strict = true;
	return yaml_open_text(
		&bench->arena, &bench->sink, &world->bench.limits, str_from(text), source);
}

static void
add_event(struct buf *buf, const struct yaml_event *event)
{
	static const char *const marks[] = {"!", "", "[", "]", "{", "}", "."};
	buf_format(buf, "%u+%u", (unsigned)event->at, (unsigned)event->length);
	if (event->kind == YAML_SCALAR) {
		buf_add_char(buf, event->is_plain ? '=' : '"');
		buf_add(buf, event->text);
	} else {
		buf_add(buf, str_from(marks[event->kind]));
	}
	buf_add_char(buf, ' ');
}

/* All events as a text: place, length, and the scalar or a mark for the kind. */
static const char *
read_all(struct recital *world, struct yaml *yaml)
{
	const struct yaml_event *event;
	world->events.length = 0;
	do {
		event = yaml_next(yaml);
		add_event(&world->events, event);
	} while (event->kind != YAML_ERROR && event->kind != YAML_END);
	assert_int_equal(yaml_next(yaml)->kind, event->kind);
	yaml_close(yaml);
	buf_add_char(&world->events, '\0');
	return world->events.data;
}

static const char *
read_text(struct recital *world, const char *text)
{
	return read_all(world, open_text(world, text));
}

static void
events_have_places(void **state)
{
	struct recital *world = *state;
	assert_string_equal(read_text(world, ""), "0+0. ");
	assert_string_equal(read_text(world, "# nothing\n"), "10+0. ");
	assert_string_equal(read_text(world, "a"), "0+1=a 1+0. ");
	assert_string_equal(read_text(world, "{a: 'b'}"), "0+1{ 1+1=a 4+3\"b 7+1} 8+0. ");
	assert_string_equal(
		read_text(world, "[1, \"x\\ty\"]\n"), "0+1[ 1+1=1 4+6\"x\ty 10+1] 12+0. ");
	assert_string_equal(read_text(world, "\xC3\xA9: \xE2\x82\xAC\n"),
		"0+0{ 0+1=\xC3\xA9 3+1=\xE2\x82\xAC 5+0} 5+0. ");
	assert_string_equal(read_text(world,
				    "\xEF\xBB\xBF"
				    "a: b\n"),
		"0+0{ 0+1=a 3+1=b 5+0} 5+0. ");
	assert_string_equal(
		read_text(world, "a: |\n  b\n  c\n"), "0+0{ 0+1=a 3+10\"b\nc\n 13+0} 13+0. ");
	assert_string_equal(read_text(world, "a:\n"), "0+0{ 0+1=a 2+0= 3+0} 3+0. ");
	assert_string_equal(read_text(world, "a: \"\"\n"), "0+0{ 0+1=a 3+2\" 6+0} 6+0. ");
	assert_int_equal(world->bench.sink.errors, 0);
}

struct refusal {
	const char *text;
	const char *report;
};

static const struct refusal refusals[] = {
	{"a: &x b", "t:1:4: error: anchors and aliases are not allowed: '&x' [ES0204]\n"},
	{"a: *x", "t:1:4: error: anchors and aliases are not allowed: '*x' [ES0204]\n"},
	{"a: !x b", "t:1:4: error: the tag '!x' is not allowed [ES0205]\n"},
	{"a\n---\nb", "t:2:1: error: a second YAML document begins here [ES0206]\n"},
	{"a: \"\\0\"", "t:1:4: error: the character U+0000 is not allowed [ES0203]\n"},
	{"a: \"\\u202E\"", "t:1:4: error: the character U+202E is not allowed [ES0203]\n"},
	{"a: b\x07", "t:1:5: error: the character U+0007 is not allowed [ES0203]\n"},
	{"a: \xC3\xA9\xFF", "t:1:5: error: not UTF-8: a malformed byte [ES0202]\n"},
	{"a: b\xEF\xBB\xBF", "t:1:5: error: the character U+FEFF is not allowed [ES0203]\n"},
	{"\xFF\xFE"
	 "a",
		"t:1:1: error: not UTF-8: it looks like UTF-16 [ES0202]\n"},
	{"a: [", "t:1:5: error: not valid YAML: did not find expected node content [ES0201]\n"},
};

static void
what_is_dangerous_is_refused(void **state)
{
	struct recital *world = *state;
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		world->bench.sink.items.count = 0;
		world->bench.sink.errors = 0;
		const char *events = read_text(world, refusals[i].text);
		assert_non_null(strchr(events, '!'));
		assert_string_equal(bench_report(&world->bench), refusals[i].report);
	}
}

static void
limits_hold(void **state)
{
	struct recital *world = *state;
	world->bench.limits.value[LIMIT_DEPTH] = 3;
	world->bench.limits.value[LIMIT_ENTRIES] = 4;
	world->bench.limits.value[LIMIT_SCALAR] = 5;
	assert_null(strchr(read_text(world, "[[[1]]]"), '!'));
	assert_null(strchr(read_text(world, "[1, 2, 3, 4]"), '!'));
	assert_null(strchr(read_text(world, "{a: 1, b: 2, c: 3, d: 4}"), '!'));
	assert_null(strchr(read_text(world, "[12345]"), '!'));
	assert_int_equal(world->bench.sink.errors, 0);
	static const char *const over[] = {
		"[[[[1]]]]", "[1, 2, 3, 4, 5]", "{a: 1, b: 2, c: 3, d: 4, e: 5}", "[123456]"};
	for (uint32_t i = 0; i < sizeof(over) / sizeof(over[0]); i++) {
		assert_non_null(strchr(read_text(world, over[i]), '!'));
		assert_int_equal(world->bench.sink.errors, i + 1);
	}
	assert_true(world->bench.sink.unable);
}

/* A limit beyond all memory is a limit like any other. */
static void
a_vast_limit_costs_nothing(void **state)
{
	struct recital *world = *state;
	world->bench.limits.value[LIMIT_DEPTH] = UINT64_MAX;
	assert_null(strchr(read_text(world, "[[[1]]]"), '!'));
}

/* Characters of two to four bytes fall on every border between the pieces that are read. */
static void
pieces_break_anywhere(void **state)
{
	struct recital *world = *state;
	static const char *const characters[] = {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
	for (size_t shift = 0; shift < 12; shift++) {
		struct buf text = {0};
		for (size_t i = 0; i < shift; i++) {
			buf_add_char(&text, '#');
		}
		buf_add(&text, STR("#\n"));
		while (text.length < 70 * 1024) {
			buf_add(&text, STR("- "));
			buf_add(&text, str_from(characters[shift % 3]));
			buf_add_char(&text, '\n');
		}
		buf_add(&text, STR("- \xE2\x82\n"));
		buf_add_char(&text, '\0');
		world->bench.sink.items.count = 0;
		assert_non_null(strchr(read_text(world, text.data), '!'));
		assert_non_null(strstr(bench_report(&world->bench), ":3: error: not UTF-8"));
		buf_free(&text);
	}
}

/* What was read long ago is given back, and places stay right however wide characters are. */
static void
spelling_is_judged_far_into_a_file(void **state)
{
	struct recital *world = *state;
	static const char *const lines[] = {"- \"ascii ? # \t\"\n",
		"- \xC3\xA9\xE2\x82\xAC # c\td\n", "- |\n \xF0\x9F\x98\x80\t\n", "- [a,\n b]\n"};
	for (size_t first = 0; first < sizeof(lines) / sizeof(lines[0]); first++) {
		struct buf text = {0};
		for (size_t i = 0; text.length < 300 * 1024; i++) {
			buf_add(&text, str_from(lines[(first + (i % 3 == 0 ? 0 : i)) % 4]));
		}
		size_t count = 1;
		for (size_t i = 0; i < text.length; i++) {
			count += text.data[i] == '\n';
		}
		buf_add(&text, STR("- \xC3\xA9\tb\n"));
		buf_add_char(&text, '\0');
		world->bench.sink.items.count = 0;
		read_text(world, text.data);
		char expected[64];
		snprintf(expected, sizeof(expected), "t:%zu:4: error: a tab", count);
		assert_non_null(strstr(bench_report(&world->bench), expected));
		buf_free(&text);
	}
}

static void
what_is_skipped_is_skipped_whole(void **state)
{
	struct recital *world = *state;
	struct yaml *yaml = open_text(world, "a: {b: [1, {c: d}], e: f}\ng: h\n");
	yaml_next(yaml);
	yaml_next(yaml);
	assert_int_equal(yaml_next(yaml)->kind, YAML_MAP_START);
	yaml_skip(yaml);
	assert_true(str_equal(yaml_next(yaml)->text, STR("g")));
	yaml_skip(yaml);
	assert_true(str_equal(yaml_next(yaml)->text, STR("h")));
	yaml_close(yaml);
}

struct meaning_case {
	const char *text;
	const char *noun;
};

static const struct meaning_case meanings[] = {{"", "null"}, {"~", "null"}, {"null", "null"},
	{"NULL", "null"}, {"true", "boolean"}, {"False", "boolean"}, {"yes", "boolean"},
	{"NO", "boolean"}, {"on", "boolean"}, {"Off", "boolean"}, {"0", "number"}, {"-1", "number"},
	{"+1", "number"}, {"010", "number"}, {"1_000", "number"}, {"1.0", "number"},
	{".5", "number"}, {"5.", "number"}, {"1e3", "number"}, {"1.5E-3", "number"},
	{"0x1F", "number"}, {"0o17", "number"}, {"0b1_0", "number"}, {".inf", "number"},
	{"-.INF", "number"}, {".NaN", "number"}, {"12:30", "number"}, {"1:2:3.5", "number"},
	{"2001-12-14", "timestamp"}, {"2001-1-4 1:2:3", "timestamp"},
	{"2001-12-14T21:59:43Z", "timestamp"}, {"=", "value mark"}, {"<<", "merge mark"},
	{"1,000", "number with commas"}, {"1,5", "number with commas"}, {":a", "symbol"},
	{"nil", ""}, {"nothing", ""}, {"None", ""}, {"y", ""}, {"n", ""}, {"yess", ""},
	{"1.0.2", ""}, {"v1", ""}, {"1 file", ""}, {"0x", ""}, {"0xg", ""}, {"1e", ""}, {"-", ""},
	{".", ""}, {"+", ""}, {"12:300", ""}, {"12:", ""}, {":", ""}, {"<<a", ""}, {"a,b", ""},
	{"1, 2", ""}, {":30", "symbol"}, {"2001-12", ""}, {"2001-12-14x", ""}, {"--1", ""},
	{"on and off", ""}, {"trueish", ""}, {"1-2", ""}, {"base+1", ""}};

static void
plain_scalars_mean_something(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
		struct str noun = plain_meaning(str_from(meanings[i].text));
		if (!str_equal(noun, str_from(meanings[i].noun))) {
			fail_msg("'%s' is '%.*s'", meanings[i].text, (int)noun.length, noun.data);
		}
	}
}

static void
certain_scalars_are_the_same_to_all(void **state)
{
	static const char *const certain[] = {"", "~", "null", "true", "false", "0", "-1", "0x1F",
		"2.50", "-0.5", "1.0e-3", "1.5E+10", "a word", "nothing", "1 2", "-x"};
	static const char *const doubtful[] = {"yes", "No", "on", "TRUE", "True", "+1", "010",
		"-0x1", "0o7", "0b1", "1_000", "1,000", "12:30", ".5", "1.", "1e3", "1.0e3",
		"1.0_1", ".nan", "-.inf", "2026-01-02", "=", "<<", ":sym"};
	(void)state;
	for (size_t i = 0; i < sizeof(certain) / sizeof(certain[0]); i++) {
		if (!plain_is_certain(str_from(certain[i]))) {
			fail_msg("'%s' is doubted", certain[i]);
		}
	}
	for (size_t i = 0; i < sizeof(doubtful) / sizeof(doubtful[0]); i++) {
		if (plain_is_certain(str_from(doubtful[i]))) {
			fail_msg("'%s' is not doubted", doubtful[i]);
		}
	}
}

static int
set_up(void **state)
{
	static struct recital world;
	bench_open(&world.bench);
	world.events = (struct buf){0};
	*state = &world;
	return 0;
}

static int
tear_down(void **state)
{
	struct recital *world = *state;
	buf_free(&world->events);
	bench_close(&world->bench);
	return 0;
}

/* Both say the same of the event that each of them has next; returns whether it was the last. */
static bool
next_is_same(struct yaml *prepared, struct yaml *parsed)
{
	const struct yaml_event *given = yaml_next(prepared), *read = yaml_next(parsed);
	assert_int_equal(given->kind, read->kind);
	assert_int_equal(given->at, read->at);
	assert_int_equal(given->length, read->length);
	assert_int_equal(yaml_in_flow(prepared), yaml_in_flow(parsed));
	assert_int_equal(read->comment, 0);
	if (read->kind == YAML_SCALAR) {
		assert_int_equal(given->is_plain, read->is_plain);
		assert_true(str_equal(given->text, read->text));
	}
	return read->kind == YAML_END || read->kind == YAML_ERROR;
}

/* What the program carries is sound for every reader of YAML, and its events are prepared right. */
static void
prepared_events_are_those_of_the_bytes(void **state)
{
	struct recital *world = *state;
	if (embedded_events[0].prepared.events == NULL) {
		skip();
	}
	for (size_t i = 0; i < embedded_count; i++) {
		struct str text = embedded_files[i].bytes;
		struct prepared events = embedded_prepared(text);
		if (events.events == NULL) {
			assert_false(str_ends(embedded_files[i].path, STR(".yaml")));
			continue;
		}
		struct yaml *prepared = yaml_open_prepared(&world->bench.arena, events);
		struct yaml *parsed = open_text(world, text.data);
		assert_true(yaml_next(prepared)->kind == YAML_MAP_START);
		assert_true(yaml_restart(prepared));
		while (!next_is_same(prepared, parsed)) {
		}
		yaml_close(prepared);
		yaml_close(parsed);
	}
	assert_int_equal(world->bench.sink.errors, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(events_have_places, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_dangerous_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(limits_hold, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_vast_limit_costs_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(pieces_break_anywhere, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			spelling_is_judged_far_into_a_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_skipped_is_skipped_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			prepared_events_are_those_of_the_bytes, set_up, tear_down),
		cmocka_unit_test(plain_scalars_mean_something),
		cmocka_unit_test(certain_scalars_are_the_same_to_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
