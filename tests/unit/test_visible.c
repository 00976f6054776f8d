/* Texts of strangers as people see them: nothing in them is obeyed, and nothing is unseen. */
#include "base/visible.h"

#include "base/utf8.h"
#include "bench.h"

/* What visible_add makes of a text; NULL: it stays. */
static const char *const texts[][2] = {
	{"a\x1B[1m\xE2\x80\xAE\t\n\xFF\xC3\xA9", "a\\u{1B}[1m\\u{202E}\\u{9}\\u{A}\\xFF\xC3\xA9"},
	{"a\rb\x7F", "a\\u{D}b\\u{7F}"},
	{"\xC2\x9B[0m", "\\u{9B}[0m"},
	/* two colons at the start, behind blanks too, or around a word */
	{"::error::x", ":\\u{3A}error::x"},
	{" \t ::error file=a", " \\u{9} :\\u{3A}error file=a"},
	{"\xC2\xA0::add-mask::x", "\xC2\xA0:\\u{3A}add-mask::x"},
	{"a ::error file=a,line=1::b", "a :\\u{3A}error file=a,line=1::b"},
	{"a:\xC2\xAD:error:\xC2\xAD:b", "a:\xC2\xAD\\u{3A}error:\xC2\xAD:b"},
	{"a::b::c::d", "a:\\u{3A}b:\\u{3A}c::d"},
	{"std::vector", NULL},
	{"std::vector, C::", "std:\\u{3A}vector, C::"},
	{"a :: b :: c", NULL},
	{"12::34::56", NULL},
	{"a::b\nc::d", "a:\\u{3A}b\\u{A}c::d"},
	{":::", ":\\u{3A}:"},
	/* brackets behind two signs and perhaps a word */
	{"##[group]x", "##\\u{5B}group]x"},
	{"a ##vso[task.setvariable variable=a]b", "a ##vso\\u{5B}task.setvariable variable=a]b"},
	{"##VSO[", "##VSO\\u{5B}"},
	{"a##teamcity[message text='b']", "a##teamcity\\u{5B}message text='b']"},
	{"####[error]", "####\\u{5B}error]"},
	{"#\xC2\xAD#v\xE2\x80\x8Bso[a]", "#\xC2\xAD#v\xE2\x80\x8Bso\\u{5B}a]"},
	{"## Heading [link](a)", NULL},
	{"#[derive(Debug)]", NULL},
	{"#vso[a]", NULL},
	/* folds */
	{"section_start:12:a", "section_start\\u{3A}12:a"},
	{"a section_end:12:a", "a section_end\\u{3A}12:a"},
	{"travis_fold:start:a", "travis_fold\\u{3A}start:a"},
	{"travis_time:end:a", "travis_time\\u{3A}end:a"},
	{"section_start", NULL},
	/* headings are none within a line */
	{"--- a", NULL},
	{"", NULL},
	{":", NULL},
	{"[", NULL},
};

static void
rule_14_texts_stand_in_a_line(void **state)
{
	(void)state;
	struct buf once = {0}, twice = {0};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct str text = str_from(texts[i][0]);
		once.length = twice.length = 0;
		visible_add(&once, text);
		struct str shown = buf_str(&once);
		assert_true(str_equal(shown, texts[i][1] == NULL ? text : str_from(texts[i][1])));
		visible_add(&twice, shown);
		assert_true(str_equal(buf_str(&twice), shown));
		assert_int_equal(visible_width(text), utf8_count(shown));
	}
	buf_free(&once);
	buf_free(&twice);
}

/* What visible_add_lines makes of a text. */
static const char *const lines[][2] = {
	{"a\n\tb\n", "a\n\tb\n"},
	{"--- a\n+++ b\n~~~ c\n^^^ +++\n",
		"\\u{2D}-- a\n\\u{2B}++ b\n\\u{7E}~~ c\n\\u{5E}^^ +++\n"},
	{"---\n--a\na --- b\n", "---\n--a\na --- b\n"},
	{"a\n  ::error::b\n", "a\n  :\\u{3A}error::b\n"},
	{"a\r\n::endgroup::\n", "a\\u{D}\n:\\u{3A}endgroup::\n"},
	{"a::b\nc::d\n", "a::b\nc::d\n"},
};

static void
rule_14_lines_stay_lines(void **state)
{
	(void)state;
	struct buf buf = {0};
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		buf.length = 0;
		visible_add_lines(&buf, str_from(lines[i][0]));
		assert_true(str_equal(buf_str(&buf), str_from(lines[i][1])));
	}
	buf_free(&buf);
}

/* The parts of a line are shown as they are in the whole. */
static void
parts_know_the_line(void **state)
{
	(void)state;
	struct str line = STR("--- ::a ##[b] c::");
	struct buf whole = {0}, parts = {0};
	visible_add_part(&whole, line, 0, line.length);
	assert_true(str_equal(buf_str(&whole), STR("\\u{2D}-- :\\u{3A}a ##\\u{5B}b] c::")));
	for (size_t cut = 0; cut <= line.length; cut++) {
		parts.length = 0;
		visible_add_part(&parts, line, 0, cut);
		visible_add_part(&parts, line, cut, line.length);
		assert_true(str_equal(buf_str(&parts), buf_str(&whole)));
	}
	buf_free(&whole);
	buf_free(&parts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rule_14_texts_stand_in_a_line),
		cmocka_unit_test(rule_14_lines_stay_lines),
		cmocka_unit_test(parts_know_the_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
