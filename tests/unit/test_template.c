/* Templates as trees: what lines lose to tags that stand alone on them, and what is reported. */
#include "mustache/template.h"

#include "bench.h"

static void add_nodes(struct buf *buf, const struct node *node);

/* A node as KIND(name blanks){children}; capitals where it is a line or has lines of its own. */
static void
add_node(struct buf *buf, const struct node *node)
{
	static const char kinds[] = "tvrsipub", lines[] = "TVRSIPUB";
	buf_add_char(buf, (node->is_line ? lines : kinds)[node->kind]);
	buf_format(buf, "%s(%.*s", node->is_dynamic ? "*" : "", (int)node->name.length,
		node->name.data);
	if (node->blanks.length > 0) {
		buf_format(buf, "|%.*s", (int)node->blanks.length, node->blanks.data);
	}
	buf_add_char(buf, ')');
	if (node->children != NULL) {
		buf_add_char(buf, '{');
		add_nodes(buf, node->children);
		buf_add_char(buf, '}');
	}
}

static void
add_nodes(struct buf *buf, const struct node *node)
{
	for (; node != NULL; node = node->next) {
		add_node(buf, node);
	}
}

static void
expect_tree(const char *text, const char *tree)
{
	struct bench bench;
	bench_open(&bench);
	struct limits limits = limits_standard();
	const struct template *template =
		template_parse(&bench.arena, &bench.sink, &limits, bench_source(&bench, text));
	assert_string_equal(bench_report(&bench), "");
	assert_non_null(template);
	bench.text.length = 0;
	add_nodes(&bench.text, template->nodes);
	buf_add_char(&bench.text, '\0');
	assert_string_equal(bench.text.data, tree);
	bench_close(&bench);
}

static void
expect_report(const char *text, const char *report)
{
	struct bench bench;
	bench_open(&bench);
	struct limits limits = limits_standard();
	assert_null(template_parse(&bench.arena, &bench.sink, &limits, bench_source(&bench, text)));
	assert_string_equal(bench_report(&bench), report);
	bench_close(&bench);
}

static void
test_tags(void **state)
{
	(void)state;
	expect_tree("", "");
	expect_tree("a{b}c", "T(a{b}c)");
	expect_tree("x{{a.b}} {{{ c }}}{{& d }}", "T(x)v(a.b)t( )r(c)r(d)");
	expect_tree("{{!x}}y{{! {{ }}z", "T()t(y)t(z)");
	expect_tree("x{{#a}}b{{^c}}d{{/c}}{{/a}}", "T(x)s(a){t(b)i(c){t(d)}}");
	expect_tree("x{{>p/q}}{{>*n}}{{< * d }}{{/d}}", "T(x)p(p/q)p*(n)u*(d)");
}

static void
test_delimiters(void **state)
{
	(void)state;
	expect_tree("x{{=<% %>=}}<%a%>{{b}}<%{c}%><%={{ }}=%>{{d}}", "T(x)v(a)t({{b}})r(c)v(d)");
	expect_tree("x{{= | | =}}|a| |#b|y|/b|", "T(x)v(a)t( )s(b){t(y)}");
}

static void
test_lines(void **state)
{
	(void)state;
	expect_tree("a\n  {{#b}}\n c\n {{/b}}\nd", "T(a\n)S(b|  ){T( c\n)}T(d)");
	expect_tree("{{#b}}\r\nc\r\n{{/b}}\r\nd", "S(b){T(c\r\n)}T(d)");
	expect_tree(" {{#b}}c{{/b}}\n", "T( )s(b| ){t(c)}t(\n)");
	expect_tree("a\n{{b}}\n{{c}}", "T(a\n)T()v(b)t(\n)T()v(c)");
	expect_tree("\t{{>p}}\n", "P(p|\t)");
	expect_tree("x {{>p}}\n", "T(x )p(p)t(\n)");
	expect_tree("  x {{y}}", "T(  x )v(y|  )");
}

static void
test_blocks(void **state)
{
	(void)state;
	expect_tree("  {{<p}}{{$b}}\n    x\n  {{/b}}{{/p}}\ny",
		"t()U(p|  ){B(b|    ){T(    x\n)}}T(y)");
	expect_tree("  {{$b}}{{/b}}\n", "T(  )b(b|  )t(\n)");
	expect_tree("{{$b}}\n  x\n{{/b}}\n", "B(b|  ){T(  x\n)}");
	expect_tree(" {{$b}}\n  {{/b}}\n", "B(b| )");
}

static void
test_unclosed(void **state)
{
	(void)state;
	expect_report(
		"a\n {{b", "t:2:2: error: the tag that '{{' opens is never closed [ES0401]\n");
	expect_report(
		"{{a}\n{{b}}", "t:1:1: error: the tag that '{{' opens is never closed [ES0401]\n");
	expect_report("{{{a}}", "t:1:1: error: the tag that '{{' opens is never closed [ES0401]\n");
	expect_report("{{! {{a}",
		"t:1:1: error: the tag that '{{' opens is never closed [ES0401]\n"
		"t:1:5: error: the tag that '{{' opens is never closed [ES0401]\n");
}

static void
test_names(void **state)
{
	(void)state;
	expect_report("{{}}{{# }}{{a b}}",
		"t:1:1: error: the tag has no name [ES0402]\n"
		"t:1:5: error: the tag has no name [ES0402]\n"
		"t:1:11: error: 'a b' is not one name [ES0403]\n");
	expect_report("{{=a=}}", "t:1:1: error: 'a' are not two delimiters [ES0404]\n");
	expect_report("{{=a b c=}}", "t:1:1: error: 'a b c' are not two delimiters [ES0404]\n");
}

static void
test_sections(void **state)
{
	(void)state;
	expect_report("x{{#a}}\ny",
		"t:1:2: error: 'a' is never closed [ES0405]\n"
		"t:2:2: note: the template ends here\n");
	expect_report("{{/a}}", "t:1:1: error: 'a' is closed but was never opened [ES0406]\n");
	expect_report("{{#a}}{{/b}}{{/a}}",
		"t:1:7: error: 'b' is closed here, but 'a' is open [ES0407]\n"
		"t:1:1: note: it was opened here\n");
	expect_report("{{#a}}{{#b}}{{/a}}",
		"t:1:7: error: 'b' is never closed [ES0405]\n"
		"t:1:13: note: this tag closes what is around it\n");
}

static void
test_limits(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	struct limits limits = limits_standard();
	limits.value[LIMIT_DEPTH] = 2;
	uint32_t source = bench_source(&bench, "{{#a}}{{#b}}{{#c}}{{/c}}{{/b}}{{/a}}");
	assert_null(template_parse(&bench.arena, &bench.sink, &limits, source));
	assert_string_equal(bench_report(&bench),
		"t:1:13: error: 'c' exceeds the limit 'depth' of 2 [ES0112]\n");
	limits.value[LIMIT_TEMPLATE] = 10;
	bench.sink.items.count = 0;
	assert_null(template_parse(&bench.arena, &bench.sink, &limits, source));
	assert_non_null(strstr(bench_report(&bench), "'t' exceeds the limit 'template' of 10"));
	bench_close(&bench);
}

static void
test_characters(void **state)
{
	(void)state;
	expect_report("a\rb\x01 \xff\xe2\x80\xae",
		"t:1:2: error: the template holds the forbidden character '\\u{D}' [ES0408]\n"
		"t:2:2: error: the template holds the forbidden character '\\u{1}' [ES0408]\n"
		"t:2:4: error: the template holds the forbidden character '\\xFF' [ES0408]\n"
		"t:2:5: error: the template holds the forbidden character '\\u{202E}' [ES0408]\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_delimiters),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_unclosed),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_sections),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
