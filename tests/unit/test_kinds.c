/* Kinds of files: what they are by their names and by what they hold. */
#include "read/kinds.h"

#include "bench.h"

static void
kinds_are_told_by_name_and_text(void **state)
{
	struct bench bench;
	(void)state;
	bench_open(&bench);
	const struct kinds *kinds = kinds_load(&bench.load);
	assert_non_null(kinds);
	static const struct {
		const char *path, *text;
		enum kind kind;
	} cases[] = {
		{"a/errcodes.txt", "", KIND_ERRCODES},
		{"a.et", "", KIND_ERROR_TABLE},
		{"a.CSV", "", KIND_TABLE},
		{"a.tsv", "{", KIND_TABLE},
		{"a.tab", "", KIND_TABLE},
		{"a.Json", "", KIND_JSON},
		{"a.yaml", "", KIND_YAML},
		{"a.yml", "", KIND_YAML},
		{"x/A.MD", "{", KIND_MARKDOWN},
		{"a.h++", "{", KIND_HEADER},
		{"a.b/H", "", KIND_NONE},
		{"a.rs", "{", KIND_NONE},
		{"a.b/c", "[", KIND_JSON},
		{"a", " \n {", KIND_JSON},
		{"a.TXT", "x\n\t Section: a", KIND_ERRCODES},
		{"a", "# x\n error_table a\n", KIND_ERROR_TABLE},
		{"a", "error_table", KIND_NONE},
		{"a", "x\ty", KIND_TABLE},
		{"a", "\nx,y\nz", KIND_TABLE},
		{"a", "x;y", KIND_TABLE},
		{"a", "x\ny;z", KIND_NONE},
		{"a", "", KIND_NONE},
		{"", "x", KIND_NONE},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum kind kind = kinds_of(kinds, str_from(cases[i].path), str_from(cases[i].text));
		if (kind != cases[i].kind) {
			fail_msg("'%s' with '%s' is %d", cases[i].path, cases[i].text, (int)kind);
		}
	}
	bench_close(&bench);
}

static void
words_call_kinds(void **state)
{
	(void)state;
	assert_int_equal(kinds_called(STR("markdown")), KIND_MARKDOWN);
	assert_int_equal(kinds_called(STR("et")), KIND_ERROR_TABLE);
	assert_int_equal(kinds_called(STR("table")), KIND_TABLE);
	assert_int_equal(kinds_called(STR("kinds")), KIND_NONE);
	assert_int_equal(kinds_called(STR("")), KIND_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds_are_told_by_name_and_text),
		cmocka_unit_test(words_call_kinds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
