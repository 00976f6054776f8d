/* Tokens of headers: what belongs to each, over broken lines, in strings and between comments. */
#include "read/header/header_lexer.h"

#include "bench.h"

/* Each token as KIND:text, with a blank between them. */
static void
show(struct buf *buf, struct arena *arena, const char *source)
{
	static const char kinds[] = "enncsmv";
	struct header_lexer lexer = {.arena = arena, .text = str_from(source), .begins_line = true};
	for (;;) {
		struct header_token token = header_lexer_next(&lexer);
		if (token.kind == HEADER_END) {
			break;
		}
		buf_add(buf, buf->length > 0 ? STR(" ") : STR(""));
		buf_add_char(buf, token.kind == HEADER_NUMBER ? '#' : kinds[token.kind]);
		buf_add(buf, token.begins_line ? STR("^") : STR(":"));
		buf_add(buf, header_lexer_text(&token));
	}
	buf_add_char(buf, '\0');
}

static void
tokens(void **state)
{
	(void)state;
	static const struct {
		const char *source, *shown;
	} cases[] = {
		{"", ""},
		{" \t\f\v\r\n", ""},
		{"a 1\nb", "n^a #:1 n^b"},
		{"ab\\\ncd", "n^abcd"},
		{"ab\\\r\ncd", "n^abcd"},
		{"a\\ b", "n^a m:\\ n:b"},
		{"a\\", "n^a m:\\"},
		{"1\\\n2", "#^12"},
		{".5 . 5.e+1 0x1p-3 1'000 1e", "#^.5 m:. #:5.e+1 #:0x1p-3 #:1'000 #:1e"},
		{"\"a\\\"b\" 'c' '\\''", "s^\"a\\\"b\" c:'c' c:'\\''"},
		{"\"a\\\nb\" c", "s^\"ab\" n:c"},
		{"\"a\nb\"", "s^\"a n^b s:\""},
		{"\"a\\\\\" b", "s^\"a\\\\\" n:b"},
		{"\"a\\", "s^\"a\\"},
		{"'a", "c^'a"},
		{"L\"a\" u'b' U\"c\" u8\"d\"", "s^L\"a\" c:u'b' s:U\"c\" s:u8\"d\""},
		{"X\"a\" LL'b' abcd\"e\"", "n^X s:\"a\" n:LL c:'b' n:abcd s:\"e\""},
		{"R\"(a\"b)\" c", "s^R\"(a\"b)\" n:c"},
		{"u8R\"x(a)\")x\" LR\"(b)\"", "s^u8R\"x(a)\")x\" s:LR\"(b)\""},
		{"R\"x(a)\" b", "s^R\"x(a)\" b"},
		{"R\"abcdefghijklmnop(a)abcdefghijklmnop\" b",
			"s^R\"abcdefghijklmnop(a)abcdefghijklmnop\" n:b"},
		{"R\"abcdefghijklmnopq(a)\" b", "s^R\"abcdefghijklmnopq(a)\" n:b"},
		{"R\"a\" b", "s^R\"a\" n:b"},
		{"R'a'", "n^R c:'a'"},
		{"a//b\nc", "n^a n^c"},
		{"a//b\\\nc\nd", "n^a n^d"},
		{"a/*b\n*/c", "n^a n:c"},
		{"a/*b*/c", "n^a n:c"},
		{"a/*b", "n^a"},
		{"a/ *b", "n^a m:/ m:* n:b"},
		{"a/\\\n*b*\\\n/c", "n^a n:c"},
		{"a/\\ \t\r\n\\\n*b**\\\n\\\n/c", "n^a n:c"},
		{"a/*b*\\ /*/c", "n^a n:c"},
		{"a/\\\n*/b*/c", "n^a n:c"},
		{"a/*b*\\\n", "n^a"},
		{"a/\\\n/b\nc", "n^a n^c"},
		{"a/\\\n/b\\\nc\nd", "n^a n^d"},
		{"a\\\v\f\nb", "n^ab"},
		{"a<\\\n<\\\n=b.\\\n..c#\\\n#d", "n^a m:<<= n:b m:... n:c m:## n:d"},
		{"0\\\nx1e\\\n+1 1e\\\n+1 1\\\n'0 .\\\n5", "#^0x1e m:+ #:1 #:1e+1 #:1'0 #:.5"},
		{"\"a\\\\\n\"b\" c", "s^\"a\\\"b\" n:c"},
		{"\"a\\\\\nnb\" c", "s^\"a\\nb\" n:c"},
		{"u\\\n8\\\n\"a\" L\\\n'b'", "s^u8\"a\" c:L'b'"},
		{"u8\\\nR\\\n\"(a\\\nb)\" c", "s^u8R\"(a\\\nb)\" n:c"},
		{"#\\\ndefine\\\n A", "m^# n:define n:A"},
		{"a<<=b>>=c...d<=>e", "n^a m:<<= n:b m:>>= n:c m:... n:d m:<=> n:e"},
		{"a+++b->c::d##e", "n^a m:++ m:+ n:b m:-> n:c m::: n:d m:## n:e"},
		{"_a$1 \xC3\xA4", "n^_a$1 n:\xC3\xA4"},
		{"@ #", "m^@ m:#"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena arena = {0};
		struct buf buf = {0};
		show(&buf, &arena, cases[i].source);
		assert_string_equal(buf.data, cases[i].shown);
		buf_free(&buf);
		arena_free(&arena);
	}
}

/* What parts a name from the parenthesis of a macro is a blank or a comment, not a joined line. */
static void
joined_lines_are_no_blanks(void **state)
{
	(void)state;
	static const struct {
		const char *source;
		bool follows_blank;
	} cases[] = {{"a(", false}, {"a\\\n(", false}, {"a (", true}, {"a\\\n (", true},
		{"a/**/(", true}, {"a/\\\n**\\\n/(", true}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena arena = {0};
		struct header_lexer lexer = {.arena = &arena, .text = str_from(cases[i].source)};
		struct header_token name = header_lexer_next(&lexer);
		assert_int_equal(name.end, 1);
		assert_true(header_lexer_next(&lexer).follows_blank == cases[i].follows_blank);
		arena_free(&arena);
	}
}

/* Prose is read from comments whose marks are whole. */
static void
comments_with_broken_marks_are_not_kept(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct vec comments = {0};
	struct header_lexer lexer = {.arena = &arena,
		.comments = &comments,
		.text = STR("/*a*/ /\\\n*b*/ /*c*\\\n/ /\\\n/d\n//e\\\nf\n/*g")};
	assert_int_equal(header_lexer_next(&lexer).kind, HEADER_END);
	assert_int_equal(comments.count, 3);
	assert_int_equal(VEC_AT(&comments, struct header_comment, 0).end, 5);
	struct header_comment line = VEC_AT(&comments, struct header_comment, 1);
	assert_int_equal(line.end - line.at, 6);
	assert_int_equal(VEC_AT(&comments, struct header_comment, 2).end, lexer.text.length);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens),
		cmocka_unit_test(joined_lines_are_no_blanks),
		cmocka_unit_test(comments_with_broken_marks_are_not_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
