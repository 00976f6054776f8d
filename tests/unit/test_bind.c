/* Names in templates over records: what they mean, and what is said of those that mean nothing. */
#include "shelf.h"

/* The template's output over a shelf of one book, or the report. */
static void
expect(const char *text, const char *expected)
{
	struct stage stage;
	stage_open(&stage);
	struct book *book = stage_book(&stage, "ERR_IMAGE_CROP", "Cut & <run>");
	book->code = (struct number){.integer = -62980109, .kind = NUMBER_SIGNED};
	book->pages = (struct number){.integer = 255, .kind = NUMBER_SIGNED};
	book->rank = 7;
	book->state = 2;
	book->summary = stage_text(&stage, "*all* of it");
	assert_string_equal(stage_render(&stage, text), expected);
	stage_close(&stage);
}

static void
test_values(void **state)
{
	(void)state;
	expect("{{shelf}} {{#books}}{{name}} {{title}} {{code}} {{pages}} {{rank}} "
	       "{{state}}{{/books}}",
		"TopShelf ERR_IMAGE_CROP Cut &amp; &lt;run&gt; -62980109 255 7 away");
	expect("{{#books}}{{{name}}} {{&pages}} {{{state}}} {{{is_new}}} {{{rank}}}{{/books}}",
		"ERR_IMAGE_CROP 255 away false 7");
	expect("{{#books}}[{{note}}{{is_lent}}{{author}}{{born}}{{tags.count}}]{{/books}}",
		"[false0]");
}

static void
test_forms(void **state)
{
	(void)state;
	expect("{{#books}}{{name.snake}} {{name.pascal}} {{name.camel}} {{name.kebab}}{{/books}}",
		"err_image_crop ErrImageCrop errImageCrop err-image-crop");
	expect("{{shelf.screaming}} {{books.count}}", "TOP_SHELF 1");
	expect("{{#books}}{{pages.hex}} {{code.hex}} {{title.html}} {{state.html}}{{/books}}",
		"0xFF -0x3C1000D Cut &amp; &lt;run&gt; away");
	expect("{{#books}}{{#state.away}}gone{{/state.away}}{{#state.here}}there{{/state.here}} "
	       "{{state.here}}{{/books}}",
		"gone false");
}

/* "Cut & <run>" has eleven bytes. */
static void
test_excess(void **state)
{
	(void)state;
	expect("{{#books}}{{#title.over_10}}long{{/title.over_10}}{{^title.over_11}}, not "
	       "longer{{/title.over_11}}{{#title.over_11}}!{{/title.over_11}}{{/books}}",
		"long, not longer");
	expect("{{#books.over_0}}some{{/books.over_0}}{{^books.over_1}}, few{{/books.over_1}}",
		"some, few");
	expect("{{#books}}{{#summary.over_9}}{{name}}{{/summary.over_9}}{{/books}}",
		"ERR_IMAGE_CROP");
	expect("{{#books}}{{#note.over_0}}!{{/note.over_0}}{{/books}}", "");
	expect("{{#books}}{{title.over_10}}{{/books}}",
		"t:1:13: error: 'title.over_10' is a boolean, which cannot be written [ES0412]\n");
	expect("{{#books}}{{#title.over_ten}}{{/title.over_ten}}{{/books}}",
		"t:1:20: error: 'title' is a text and has no 'over_ten' [ES0411]\n");
	expect("{{#books}}{{#pages.over_1}}{{/pages.over_1}}{{/books}}",
		"t:1:20: error: 'pages' is an integer and has no 'over_1' [ES0411]\n");
}

static void
test_stack(void **state)
{
	(void)state;
	expect("{{#books}}{{shelf}}:{{#title}}{{.}}/{{name}}{{/title}}{{/books}}",
		"TopShelf:Cut &amp; &lt;run&gt;/ERR_IMAGE_CROP");
	expect("{{#books}}{{#pages}}{{.}} {{.hex}}{{/pages}}{{#name}} "
	       "{{.snake}}{{/name}}{{/books}}",
		"255 0xFF err_image_crop");
	expect("{{#books}}{{number}} of {{books.count}}, {{index}} {{first}} {{last}}{{/books}}",
		"1 of 1, 0 true true");
}

static void
test_unknown_names(void **state)
{
	(void)state;
	expect("{{#books}}\n{{titel}}{{/books}}", "t:2:3: error: unknown name 'titel' [ES0410]\n");
	expect("{{titel}}", "t:1:3: error: unknown name 'titel' [ES0410]\n");
	expect("{{#boks}}{{/boks}}", "t:1:4: error: unknown name 'boks' [ES0410]\n");
	expect("{{^boks}}{{/boks}}", "t:1:4: error: unknown name 'boks' [ES0410]\n");
	expect("{{>*boks}}", "t:1:5: error: unknown name 'boks' [ES0410]\n");
	expect("{{first}}", "t:1:3: error: unknown name 'first' [ES0410]\n");
	expect("{{#books}}{{hidden}}{{/books}}", "t:1:13: error: unknown name 'hidden' [ES0410]\n");
	expect("{{a}}\n{{#books}}{{b}}{{/books}}\n{{c}}",
		"t:1:3: error: unknown name 'a' [ES0410]\n"
		"t:2:13: error: unknown name 'b' [ES0410]\n"
		"t:3:3: error: unknown name 'c' [ES0410]\n");
}

static void
test_unknown_parts(void **state)
{
	(void)state;
	expect("{{#books}}{{ name.snaek }}{{/books}}",
		"t:1:19: error: 'name' is a name and has no 'snaek' [ES0411]\n");
	expect("{{#books}}{{title.snake}}{{/books}}",
		"t:1:19: error: 'title' is a text and has no 'snake' [ES0411]\n");
	expect("{{#books}}{{blurb.lien}}{{/books}}",
		"t:1:19: error: 'blurb' is a record and has no 'lien' [ES0411]\n");
	expect("{{#books}}{{#state.gone}}{{/state.gone}}{{/books}}",
		"t:1:20: error: 'state' is a choice and has no 'gone' [ES0411]\n");
	expect("{{books.title}}", "t:1:9: error: 'books' is a list and has no 'title' [ES0411]\n");
	expect("{{is_open.html}}",
		"t:1:11: error: 'is_open' is a boolean and has no 'html' [ES0411]\n");
	expect("{{shelf.snake.html}}",
		"t:1:15: error: 'snake' is a form of a value and has no 'html' [ES0411]\n");
	expect("{{shelf.}}", "t:1:9: error: 'shelf' is a name and has no '' [ES0411]\n");
	expect("{{#books}}{{first.html}}{{/books}}",
		"t:1:19: error: 'first' is a boolean and has no 'html' [ES0411]\n");
	expect("{{#books}}{{index.html}}{{/books}}",
		"t:1:19: error: 'index' is a number and has no 'html' [ES0411]\n");
	expect("{{#books}}{{state.away.html}}{{/books}}",
		"t:1:24: error: 'away' is a boolean and has no 'html' [ES0411]\n");
}

/* What a section over free data may not hold is said as elsewhere. */
static void
test_names_in_free_data(void **state)
{
	(void)state;
	expect("{{#vars.a}}{{#books}}{{.zzz}}{{/books}}{{/vars.a}}",
		"t:1:25: error: '.' is a record and has no 'zzz' [ES0411]\n");
	expect("{{#books}}{{#title}}{{#zzz}}{{/zzz}}{{/title}}{{/books}}",
		"t:1:24: error: unknown name 'zzz' [ES0410]\n");
}

static const char *
help_of(struct stage *stage, const char *text)
{
	stage_render(stage, text);
	return VEC_AT(&stage->bench.sink.items, struct diag *, 0)->help.data;
}

static void
test_suggestions(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"{{#books}}{{titel}}{{/books}}", "did you mean 'title'?"},
		{"{{#books}}{{shlef}}{{/books}}", "did you mean 'shelf'?"},
		{"{{#books}}{{borne}}{{/books}}", "did you mean 'born'?"},
		{"{{#books}}{{#frist}}{{/frist}}{{/books}}", "did you mean 'first'?"},
		{"{{#books}}{{name.pascla}}{{/books}}", "did you mean 'pascal'?"},
		{"{{#books}}{{title.htm}}{{/books}}", "did you mean 'html'?"},
		{"{{#books}}{{state.hier}}{{/books}}", "did you mean 'here'?"},
		{"{{books.cuont}}", "did you mean 'count'?"},
		{"{{#books}}{{#title}}{{zzz}}{{/title}}{{/books}}",
			"the names here are those of the book, the shelf"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct stage stage;
		stage_open(&stage);
		assert_string_equal(help_of(&stage, cases[i][0]), cases[i][1]);
		stage_close(&stage);
	}
}

static void
rule_3_no_text_is_printed_raw(void **state)
{
	(void)state;
	expect("{{books}}", "t:1:3: error: 'books' is a list, which cannot be written [ES0412]\n");
	expect("{{#books}}{{blurb}}{{/books}}",
		"t:1:13: error: 'blurb' is a record, which cannot be written [ES0412]\n");
	expect("{{.}}", "t:1:3: error: '.' is a record, which cannot be written [ES0412]\n");
	expect("{{#books}}{{{title}}}{{&summary}}{{{code}}}{{/books}}",
		"t:1:14: error: 'title' is a text and must not be written without escapes "
		"[ES0413]\n"
		"t:1:25: error: 'summary' is a markdown text and must not be written without "
		"escapes [ES0413]\n"
		"t:1:37: error: 'code' is a code, perhaps a text and must not be written without "
		"escapes [ES0413]\n");
	expect("{{#books}}{{#rank}}{{/rank}}{{^name.snake}}{{/name.snake}}{{/books}}",
		"t:1:14: error: 'rank' is a number, which cannot open a section [ES0415]\n"
		"t:1:32: error: 'name.snake' is a form of a value, which cannot open a section "
		"[ES0415]\n");
	expect("{{>*is_open}}",
		"t:1:5: error: 'is_open' is a boolean, which names no template [ES0417]\n");
}

static void
rule_3_no_text_is_printed_without_a_place(void **state)
{
	(void)state;
	struct stage stage;
	struct escape_set without = escape_html;
	without.standard = NULL;
	stage_open(&stage);
	stage.binder.escapes = &without;
	assert_string_equal(
		stage_render(&stage, "{{shelf}}{{#books}}{{title.html}}{{title}}{{/books}}"),
		"t:1:36: error: 'title' is a text and needs an escape [ES0414]\n");
	stage_close(&stage);
}

static void
test_report_once(void **state)
{
	(void)state;
	struct stage stage;
	stage_open(&stage);
	stage_template(&stage, "part", "{{zzz}}");
	assert_string_equal(stage_render(&stage, "{{>part}}{{#books}}{{>part}}{{/books}}"),
		"templates/part.mustache:1:3: error: unknown name 'zzz' [ES0410]\n");
	stage_close(&stage);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_excess),
		cmocka_unit_test(test_stack),
		cmocka_unit_test(test_unknown_names),
		cmocka_unit_test(test_unknown_parts),
		cmocka_unit_test(test_names_in_free_data),
		cmocka_unit_test(test_suggestions),
		cmocka_unit_test(rule_3_no_text_is_printed_raw),
		cmocka_unit_test(rule_3_no_text_is_printed_without_a_place),
		cmocka_unit_test(test_report_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
