/* Reading JSON: what the values are, and where what is wrong stands. */
#include "data/json_read.h"

#include "bench.h"

/* Appends the value as one line: maps in braces, lists in brackets, the kind before a scalar. */
static void
add_value(struct buf *buf, const struct value *value)
{
	static const char kinds[] = "ubns";
	bool is_map = value->kind == VALUE_MAP;
	if (value->kind != VALUE_LIST && !is_map) {
		buf_add_char(buf, kinds[value->kind]);
		buf_add_char(buf, ':');
		buf_add(buf, value->text);
		return;
	}
	buf_add_char(buf, is_map ? '{' : '[');
	for (uint32_t i = 0; i < value->items.count; i++) {
		if (i > 0) {
			buf_add_char(buf, ',');
		}
		if (is_map) {
			const struct value_entry *entry =
				&VEC_AT(&value->items, struct value_entry, i);
			buf_add(buf, entry->key);
			buf_add_char(buf, '=');
			add_value(buf, entry->value);
		} else {
			add_value(buf, VEC_AT(&value->items, struct value *, i));
		}
	}
	buf_add_char(buf, is_map ? '}' : ']');
}

static void
expect_limited(const char *text, const char *expected, const struct limits *limits)
{
	struct bench bench;
	bench_open(&bench);
	const struct value *value = json_read(
		&bench.arena, &bench.arena, &bench.sink, limits, bench_source(&bench, text));
	if (value == NULL) {
		assert_string_equal(bench_report(&bench), expected);
	} else {
		add_value(&bench.text, value);
		buf_add_char(&bench.text, '\0');
		assert_string_equal(bench.text.data, expected);
		assert_int_equal(bench.sink.errors, 0);
	}
	bench_close(&bench);
}

static void
expect(const char *text, const char *expected)
{
	struct limits limits = limits_standard();
	expect_limited(text, expected, &limits);
}

static void
test_values(void **state)
{
	(void)state;
	expect("null", "u:");
	expect(" [true, false ,1.210,-0,1e5, 2E-7]\r\n\t",
		"[b:true,b:false,n:1.210,n:-0,n:1e5,n:2E-7]");
	expect("{\"a\": {\"b\": []}, \"\": {}}", "{a={b=[]},={}}");
	expect("\"plain é 中\"", "s:plain é 中");
	expect("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "s:\"\\/\b\f\n\r\t");
	expect("\"\\u00e9\\u4E2D \\ud83D\\uDE00\"", "s:é中 😀");
}

#define NOT_JSON "error: not valid JSON: "

static void
test_syntax(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"", "t:1:1: " NOT_JSON "a value is missing here [ES0430]\n"},
		{"\n [1,]", "t:2:5: " NOT_JSON "a value is missing here [ES0430]\n"},
		{"[1 2]", "t:1:4: " NOT_JSON "a comma is missing here [ES0430]\n"},
		{"[\n1", "t:1:1: " NOT_JSON "this is never closed [ES0430]\n"},
		{"{\"a\" 1}", "t:1:6: " NOT_JSON "a colon is missing here [ES0430]\n"},
		{"{a: 1}", "t:1:2: " NOT_JSON "a key in quotes is missing here [ES0430]\n"},
		{"{\"a\": 1,}", "t:1:9: " NOT_JSON "a key in quotes is missing here [ES0430]\n"},
		{"01", "t:1:1: " NOT_JSON "not a number [ES0430]\n"},
		{"[1.]", "t:1:2: " NOT_JSON "not a number [ES0430]\n"},
		{"-", "t:1:1: " NOT_JSON "not a number [ES0430]\n"},
		{"1e+", "t:1:1: " NOT_JSON "not a number [ES0430]\n"},
		{".5", "t:1:1: " NOT_JSON "a value is missing here [ES0430]\n"},
		{"1 2", "t:1:3: " NOT_JSON "something stands behind the value [ES0430]\n"},
		{"nul", "t:1:1: " NOT_JSON "a value is missing here [ES0430]\n"},
		{"\"abc", "t:1:1: " NOT_JSON "this string is never closed [ES0430]\n"},
		{"\"a\nb\"", "t:1:3: " NOT_JSON "a control character in a string [ES0430]\n"},
		{"\"\\x\"", "t:1:2: " NOT_JSON "no such escape [ES0430]\n"},
		{"\"\\u12g4\"", "t:1:2: " NOT_JSON "\\u needs four hexadecimal digits [ES0430]\n"},
		{"\"\\ud800\"", "t:1:2: " NOT_JSON "half of a surrogate pair [ES0430]\n"},
		{"\"\\udc00\"", "t:1:2: " NOT_JSON "half of a surrogate pair [ES0430]\n"},
		{"\"\\ud800\\u0041\"", "t:1:2: " NOT_JSON "half of a surrogate pair [ES0430]\n"},
		{"\"\xff\"", "t:1:2: " NOT_JSON "not UTF-8 [ES0430]\n"},
		{"{\"a\": 1, \"\\u0061\": 2}", "t:1:10: error: duplicate key 'a' [ES0212]\n"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		expect(cases[i][0], cases[i][1]);
	}
}

/* Few keys are looked through, many are looked up. */
static void
test_many_keys(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	struct value map = {.kind = VALUE_MAP};
	for (long long i = 0; i < 100; i++) {
		struct value *item = arena_alloc(&bench.arena, sizeof(*item));
		item->at = (uint32_t)i;
		assert_null(value_get(&map, arena_number(&bench.arena, i)));
		value_add(&bench.arena, &map, arena_number(&bench.arena, i), item);
		for (long long k = 0; k <= i; k++) {
			const struct value *found = value_get(&map, arena_number(&bench.arena, k));
			assert_non_null(found);
			assert_int_equal(found->at, k);
		}
	}
	assert_null(value_get(&map, STR("100")));
	assert_null(value_get(&map, STR("")));
	bench_close(&bench);
}

static void
test_limits(void **state)
{
	(void)state;
	struct limits limits = limits_standard();
	limits.value[LIMIT_DEPTH] = 2;
	limits.value[LIMIT_ENTRIES] = 2;
	limits.value[LIMIT_SCALAR] = 3;
	expect_limited("[[1,2],[\"abc\"]]", "[[n:1,n:2],[s:abc]]", &limits);
	expect_limited(
		"[[[]]]", "t:1:3: error: 't' exceeds the limit 'depth' of 2 [ES0112]\n", &limits);
	expect_limited("[1,2,3]", "t:1:5: error: 't' exceeds the limit 'entries' of 2 [ES0112]\n",
		&limits);
	expect_limited("\"abcd\"", "t:1:1: error: 't' exceeds the limit 'scalar' of 3 [ES0112]\n",
		&limits);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_syntax),
		cmocka_unit_test(test_many_keys),
		cmocka_unit_test(test_limits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
