/* Blocks of HTML in markdown: which lines begin one, of which kind, and which lines end it. */
#include "read/markdown/markdown_block.h"

#include "bench.h"

static void
lines_begin_blocks(void **state)
{
	(void)state;
	static const struct {
		const char *line;
		enum markdown_html kind;
	} cases[] = {
		{"", HTML_NONE},
		{"<", HTML_NONE},
		{"a <p>", HTML_NONE},
		{"<!-- a", HTML_COMMENT},
		{"<!-a", HTML_NONE},
		{"<?php", HTML_INSTRUCTION},
		{"<!DOCTYPE html>", HTML_DECLARATION},
		{"<!a", HTML_DECLARATION},
		{"<!", HTML_NONE},
		{"<!1", HTML_NONE},
		{"<![CDATA[", HTML_CDATA},
		{"<![cdata[", HTML_NONE},
		{"<script>", HTML_RAW},
		{"<PRE a", HTML_RAW},
		{"<style", HTML_RAW},
		{"<textarea\t", HTML_RAW},
		{"<script/>", HTML_ANY},
		{"</script>", HTML_ANY},
		{"<scripts>", HTML_ANY},
		{"<table>", HTML_BLOCK},
		{"</TD>x", HTML_BLOCK},
		{"<hr/>", HTML_BLOCK},
		{"<hr/ >", HTML_NONE},
		{"<hr/", HTML_NONE},
		{"<h1", HTML_BLOCK},
		{"<h7", HTML_NONE},
		{"<a>", HTML_ANY},
		{"<a> \t", HTML_ANY},
		{"<a>b", HTML_NONE},
		{"<a/>", HTML_ANY},
		{"<a /  >", HTML_NONE},
		{"<a", HTML_NONE},
		{"</a>", HTML_ANY},
		{"</a b>", HTML_NONE},
		{"</a/>", HTML_NONE},
		{"</>", HTML_NONE},
		{"<1>", HTML_NONE},
		{"<a-1>", HTML_ANY},
		{"<a b>", HTML_ANY},
		{"<a b/>", HTML_ANY},
		{"<a b c=d\te='f g' h=\"i\" >", HTML_ANY},
		{"<a b=c/d>", HTML_ANY},
		{"<a b=>", HTML_NONE},
		{"<a b = c\td>", HTML_ANY},
		{"<a b\t=\"c\">", HTML_ANY},
		{"<a b = >", HTML_NONE},
		{"<a = b>", HTML_NONE},
		{"<a b=", HTML_NONE},
		{"<a b=c", HTML_NONE},
		{"<a b='c>", HTML_NONE},
		{"<a b=\"c>", HTML_NONE},
		{"<a b='c'd>", HTML_NONE},
		{"<a b=c`d>", HTML_NONE},
		{"<a ='b'>", HTML_NONE},
		{"<a:b>", HTML_NONE},
		{"<http://a>", HTML_NONE},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum markdown_html kind = markdown_block_html(str_from(cases[i].line));
		if (kind != cases[i].kind) {
			fail_msg("'%s' begins %d, not %d", cases[i].line, (int)kind,
				(int)cases[i].kind);
		}
	}
}

static void
lines_end_blocks(void **state)
{
	(void)state;
	static const struct {
		enum markdown_html kind;
		const char *line;
		bool is_end;
	} cases[] = {
		{HTML_RAW, "a</script>b", true},
		{HTML_RAW, "</p></PRE>", true},
		{HTML_RAW, "</style", false},
		{HTML_RAW, "</style >", false},
		{HTML_RAW, "</scripts>", false},
		{HTML_RAW, "</", false},
		{HTML_RAW, "", false},
		{HTML_COMMENT, "a -->", true},
		{HTML_COMMENT, "--", false},
		{HTML_INSTRUCTION, "?>", true},
		{HTML_INSTRUCTION, ">", false},
		{HTML_DECLARATION, ">", true},
		{HTML_DECLARATION, "a", false},
		{HTML_CDATA, "]]>", true},
		{HTML_CDATA, "]>", false},
		{HTML_BLOCK, " \t", true},
		{HTML_BLOCK, ">", false},
		{HTML_ANY, "", true},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (markdown_block_html_end(cases[i].kind, str_from(cases[i].line)) !=
			cases[i].is_end) {
			fail_msg("'%s' and %d", cases[i].line, (int)cases[i].kind);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_begin_blocks),
		cmocka_unit_test(lines_end_blocks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
