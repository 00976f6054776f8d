/* Rendering over records: loops, conditions, absent values, templates within templates, limits. */
#include "data/json_read.h"

#include "shelf.h"

static void
add_tag(struct stage *stage, struct book *book, const char *tag)
{
	VEC_PUSH(&book->rare->tags, &stage->bench.arena, struct text, stage_text(stage, tag));
}

/* Two books: the first has everything, the second nothing. */
static void
open_books(struct stage *stage)
{
	static struct author author;
	stage_open(stage);
	struct book *full = stage_book(stage, "FULL_ONE", "A & B");
	stage_book(stage, "bare", "Bare");
	author.name = stage_text(stage, "Ann <a>");
	author.born = (struct number){.integer = 1815, .kind = NUMBER_SIGNED};
	full->author = &author;
	full->rare = arena_alloc(&stage->bench.arena, sizeof(*full->rare));
	full->rare->note = stage_text(stage, "rare");
	full->rare->is_lent = true;
	add_tag(stage, full, "OneTag");
	add_tag(stage, full, "two");
	full->blurb.shape = BLURB_LINE;
	full->blurb.line = stage_text(stage, "a line");
	full->code = (struct number){.kind = NUMBER_SIGNED, .integer = INT64_MIN};
	full->pages = (struct number){.kind = NUMBER_UNSIGNED, .natural = UINT64_MAX};
	full->is_new = true;
	full->state = 1;
}

static void
expect(const char *text, const char *expected)
{
	struct stage stage;
	open_books(&stage);
	assert_string_equal(stage_render(&stage, text), expected);
	stage_close(&stage);
}

static void
test_loops(void **state)
{
	(void)state;
	expect("{{#books}}{{name}}{{^last}}, {{/last}}{{/books}}", "FULL_ONE, bare");
	expect("{{#books}}\n{{index}}/{{number}} {{first}}\n{{/books}}\n", "0/1 true\n1/2 false\n");
	expect("{{#books}}{{#tags}}{{.}}:{{.snake}}{{^last}},{{/last}} {{/tags}}{{/books}}",
		"OneTag:one_tag, two:two ");
	expect("{{#books}}{{#books}}{{name}} {{/books}}{{/books}}", "FULL_ONE bare FULL_ONE bare ");
	expect("{{^spans}}none{{/spans}}{{#spans}}some{{/spans}}{{^books}}no{{/books}}", "none");
	expect("{{#books.count}}{{books.count}}{{/books.count}}{{^spans.count}}0{{/spans.count}}",
		"20");
}

static void
test_ranges(void **state)
{
	(void)state;
	struct stage stage;
	stage_open(&stage);
	struct range range = {.low = {.kind = NUMBER_SIGNED, .integer = -9},
		.high = {.kind = NUMBER_SIGNED, .integer = 5}};
	VEC_PUSH(&stage.shelf.spans, &stage.bench.arena, struct range, range);
	range.low = range.high;
	VEC_PUSH(&stage.shelf.spans, &stage.bench.arena, struct range, range);
	assert_string_equal(
		stage_render(&stage, "{{#spans}}[{{.}}{{#.}}!{{/.}}{{^.}}?{{/.}}]{{/spans}}"),
		"[-9-5!][5!]");
	stage_close(&stage);
}

static void
test_conditions(void **state)
{
	(void)state;
	static const char *const names[] = {"title", "note", "code", "blurb", "writer", "author",
		"is_lent", "is_new", "state", "tags", "blurb.line", "blurb.items", "writer.born",
		"state.here", "first", "tags.count"};
	static const char *const there[] = {
		"1", "1", "1", "1", "1", "1", "1", "1", "1", "11", "1", "", "1", "1", "1", "1"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct buf text = {0}, expected = {0};
		bool is_there = there[i][0] != '\0';
		buf_format(&text, "{{#books}}{{#%s}}1{{/%s}}{{^%s}}0{{/%s}};{{/books}}", names[i],
			names[i], names[i], names[i]);
		buf_format(&expected, "%s;%s;", is_there ? there[i] : "0", i == 0 ? "1" : "0");
		buf_add_char(&text, '\0');
		buf_add_char(&expected, '\0');
		expect(text.data, expected.data);
		buf_free(&text);
		buf_free(&expected);
	}
}

static void
test_absent(void **state)
{
	(void)state;
	expect("{{#books}}[{{note}}|{{author}}|{{born}}|{{code}}|{{pages}}|{{state}}|{{is_lent}}|"
	       "{{blurb.line}}|{{tags.count}}]{{/books}}",
		"[rare|Ann &lt;a&gt;|1815|-9223372036854775808|18446744073709551615|here|true|"
		"a line|2][||||||false||0]");
}

/* What would be of a record that is not there is not there either, whatever its kind. */
static void
test_fields_of_nothing(void **state)
{
	(void)state;
	struct stage stage;
	stage_open(&stage);
	stage_loan(&stage, "Ann", "May", NULL);
	assert_string_equal(
		stage_render(&stage,
			"{{#loans}}[{{name}}|{{name.snake}}|{{title}}|{{code}}|{{pages}}|"
			"{{pages.hex}}|{{pages.written}}|{{rank}}|{{state}}|{{{state}}}|"
			"{{state.here}}|{{is_new}}|{{tags.count}}|{{note}}|{{born}}]"
			"{{#book}}!{{/book}}{{^state.here}}?{{/state.here}}{{/loans}}"),
		"[||||||||||false|false|0||]?");
	assert_string_equal(stage_render(&stage, "{{#loans}}{{>*title}}{{/loans}}"),
		"t:1:15: error: the data has no 'title' [ES0418]\n");
	stage_close(&stage);
}

static void
test_digits(void **state)
{
	(void)state;
	struct stage stage;
	static const struct {
		int64_t number;
		const char *digits;
	} cases[] = {{0, "0 0x0"}, {9, "9 0x9"}, {10, "10 0xA"}, {99, "99 0x63"}, {100, "100 0x64"},
		{9999, "9999 0x270F"}, {10000, "10000 0x2710"}, {99999, "99999 0x1869F"},
		{-1, "-1 -0x1"}, {123456789, "123456789 0x75BCD15"},
		{INT64_MAX, "9223372036854775807 0x7FFFFFFFFFFFFFFF"},
		{INT64_MIN, "-9223372036854775808 -0x8000000000000000"}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		stage_open(&stage);
		struct book *book = stage_book(&stage, "a", "b");
		book->pages = (struct number){.kind = NUMBER_SIGNED, .integer = cases[i].number};
		assert_string_equal(
			stage_render(&stage, "{{#books}}{{pages}} {{pages.hex}}{{/books}}"),
			cases[i].digits);
		stage_close(&stage);
	}
}

static void
test_string_codes(void **state)
{
	(void)state;
	struct stage stage;
	stage_open(&stage);
	struct book *book = stage_book(&stage, "a", "b");
	struct text string = stage_text(&stage, "<007>");
	book->code = (struct number){.kind = NUMBER_STRING, .string = &string};
	assert_string_equal(stage_render(&stage, "{{#books}}{{code}} {{code.html}}{{/books}}"),
		"&lt;007&gt; &lt;007&gt;");
	stage_close(&stage);
}

static void
test_lengths_of_text(void **state)
{
	(void)state;
	char text[200], name[100];
	for (size_t length = 1; length < sizeof(name); length++) {
		struct stage stage;
		stage_open(&stage);
		memset(name, 'n', length);
		name[length] = '\0';
		memset(text, 't', length);
		memcpy(text + length, "{{shelf}}|", 11);
		stage.shelf.name = stage_text(&stage, name);
		const char *found = stage_render(&stage, text);
		assert_int_equal(strlen(found), 2 * length + 1);
		assert_int_equal(strspn(found, "t"), length);
		assert_int_equal(strspn(found + length, "n"), length);
		stage_close(&stage);
		if (length + 1 == sizeof(name)) {
			break;
		}
	}
}

static void
test_partials(void **state)
{
	(void)state;
	struct stage stage;
	open_books(&stage);
	stage_template(&stage, "line", "{{name}}\n{{#first}}\n  ({{title}})\n\n{{/first}}\n");
	stage_template(&stage, "base", "<{{$head}}none{{/head}}>\n  {{$body}}\n  {{/body}}\n");
	assert_string_equal(stage_render(&stage, "{{#books}}\n\t{{>line}}\n{{/books}}\n"),
		"\tFULL_ONE\n\t  (A &amp; B)\n\n\tbare\n");
	assert_string_equal(stage_render(&stage,
				    "{{<base}}{{$head}}{{shelf}}{{/head}}\n{{$body}}\n{{#books}}\n"
				    "{{name}}\n{{/books}}\n{{/body}}{{/base}}\n"),
		"<TopShelf>\n  FULL_ONE\n  bare\n");
	stage_template(&stage, "FULL_ONE", "[{{title}}]");
	stage_template(&stage, "bare", "({{title}})");
	assert_string_equal(
		stage_render(&stage, "{{#books}}{{>*name}}{{/books}}"), "[A &amp; B](Bare)");
	stage_close(&stage);
}

static void
test_recursion_in_records(void **state)
{
	(void)state;
	struct stage stage;
	open_books(&stage);
	stage_template(&stage, "loop", "{{#books}}{{>loop}}{{/books}}");
	assert_string_equal(stage_render(&stage, "{{>loop}}"),
		"templates/loop.mustache:1:14: error: 'loop' exceeds the limit 'partials' of 64 "
		"[ES0112]\n");
	stage_close(&stage);
}

/* Two includes of one template at each level: 2^40 if each were bound anew. */
static void
test_many_includes(void **state)
{
	(void)state;
	struct stage stage;
	struct buf name = {0}, text = {0};
	stage_open(&stage);
	for (int i = 0; i < 40; i++) {
		name.length = text.length = 0;
		buf_format(&name, "p%d", i);
		buf_format(&text, "{{^shelf}}{{>p%d}}{{>p%d}}{{/shelf}}", i + 1, i + 1);
		buf_add_char(&name, '\0');
		buf_add_char(&text, '\0');
		stage_template(&stage, stage_text(&stage, name.data).data,
			stage_text(&stage, text.data).data);
	}
	stage_template(&stage, "p40", "x");
	assert_string_equal(stage_render(&stage, "{{>p0}}"), "");
	assert_true(stage.binder.work < 10000);
	buf_free(&name);
	buf_free(&text);
	stage_close(&stage);
}

/* A template over free data, in JSON, on a shelf of two books. */
static void
expect_over(const char *vars, const char *text, const char *expected)
{
	struct stage stage;
	open_books(&stage);
	stage.shelf.vars = json_read(&stage.bench.arena, &stage.bench.arena, &stage.bench.sink,
		&stage.limits, bench_source(&stage.bench, vars));
	assert_string_equal(stage_render(&stage, text), expected);
	stage_close(&stage);
}

/* In a section over free data a name that these lack is that of what stands around it. */
static void
test_names_that_free_data_lack(void **state)
{
	(void)state;
	static const char text[] = "{{#books}}{{#vars.a}}{{title}}{{/vars.a}}; {{/books}}";
	expect_over("{\"a\": {\"title\": \"own\"}}", text, "own; own; ");
	expect_over("{\"a\": {\"other\": \"own\"}}", text, "A &amp; B; Bare; ");
	expect_over(
		"{\"a\": [{\"title\": \"own\"}, {\"other\": 1}]}", text, "ownA &amp; B; ownBare; ");
	expect_over("{\"a\": {\"b\": 1}}",
		"{{#books}}{{#vars.a}}{{#tags}}{{.}} {{/tags}}{{/vars.a}}{{/books}}",
		"OneTag two ");
	expect_over("{\"a\": {\"tags\": [\"x\"]}}",
		"{{#books}}{{#vars.a}}{{#tags}}{{.}} "
		"{{/tags}}{{^tags}}-{{/tags}}{{/vars.a}}{{/books}}",
		"x x ");
	expect_over("{\"a\": {\"b\": 1}}",
		"{{#vars.a}}{{#books}}{{name}}{{b}} {{/books}}{{/vars.a}}", "FULL_ONE1 bare1 ");
	expect_over("{\"a\": {\"b\": 1}}", "{{#vars.a}}{{c}}{{/vars.a}}",
		"t:1:14: error: the data has no 'c' [ES0418]\n");
}

/* Blocks stand within what their parents have around them. */
static void
test_depth_of_blocks(void **state)
{
	(void)state;
	struct stage stage;
	static const char text[] = "{{<base}}{{$in}}{{#shelf}}x{{/shelf}}{{/in}}{{/base}}";
	open_books(&stage);
	stage_template(&stage, "base", "{{#books}}{{#tags}}{{$in}}{{/in}}{{/tags}}{{/books}}");
	stage.limits.value[LIMIT_DEPTH] = 4;
	assert_string_equal(stage_render(&stage, text), "xx");
	stage.limits.value[LIMIT_DEPTH] = 3;
	assert_string_equal(stage_render(&stage, text),
		"t:1:27: error: 't' exceeds the limit 'depth' of 3 [ES0112]\n");
	stage_close(&stage);
}

static void
test_limits(void **state)
{
	(void)state;
	struct stage stage;
	open_books(&stage);
	stage.limits.value[LIMIT_OUTPUT] = 7;
	assert_string_equal(stage_render(&stage, "{{#books}}{{name}}{{/books}}"),
		"t:1:1: error: 't' exceeds the limit 'output' of 7 [ES0112]\n");
	stage_close(&stage);
	open_books(&stage);
	for (int i = 0; i < 1000; i++) {
		stage_book(&stage, "a", "b");
	}
	stage.limits.value[LIMIT_STEPS] = 2000;
	assert_string_equal(stage_render(&stage, "{{#books}}{{name}}{{title}}{{/books}}"),
		"t:1:4: error: 'books' exceeds the limit 'steps' of 2000 [ES0112]\n");
	stage_close(&stage);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_loops),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_conditions),
		cmocka_unit_test(test_absent),
		cmocka_unit_test(test_fields_of_nothing),
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_string_codes),
		cmocka_unit_test(test_lengths_of_text),
		cmocka_unit_test(test_partials),
		cmocka_unit_test(test_recursion_in_records),
		cmocka_unit_test(test_many_includes),
		cmocka_unit_test(test_names_that_free_data_lack),
		cmocka_unit_test(test_depth_of_blocks),
		cmocka_unit_test(test_limits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
