/* JSON as it is written. */
#include "data/json.h"

#include "bench.h"

static void
write_sample(struct json *json)
{
	json_open(json, '{');
	json_pair(json, STR("a"), STR("b"));
	json_key(json, STR("list"));
	json_open(json, '[');
	json_bool(json, true);
	json_bool(json, false);
	json_raw(json, STR("-1"));
	json_open(json, '{');
	json_close(json, '}');
	json_open(json, '[');
	json_close(json, ']');
	json_close(json, ']');
	json_key(json, STR("map"));
	json_open(json, '{');
	json_pair(json, STR(""), STR(""));
	json_close(json, '}');
	json_close(json, '}');
}

static void
one_line(void **state)
{
	(void)state;
	struct buf buf = {0};
	struct json json = {.buf = &buf};
	write_sample(&json);
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.data,
		"{\"a\": \"b\", \"list\": [true, false, -1, {}, []], \"map\": {\"\": \"\"}}");
	buf_free(&buf);
}

static void
indented(void **state)
{
	(void)state;
	struct buf buf = {0};
	struct json json = {.buf = &buf, .is_pretty = true};
	write_sample(&json);
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.data,
		"{\n  \"a\": \"b\",\n  \"list\": [\n    true,\n    false,\n    -1,\n    {},\n    "
		"[]\n  ],\n"
		"  \"map\": {\n    \"\": \"\"\n  }\n}");
	buf_free(&buf);
}

static void
strings_are_quoted(void **state)
{
	(void)state;
	struct buf buf = {0};
	json_quote(&buf, (struct str){"\"\\/\b\f\n\r\t\0\x1F\x7F\xC3\xA9\xE2\x80\xA8", 16});
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.data,
		"\"\\\"\\\\/\\u0008\\u000c\\n\\u000d\\t\\u0000\\u001f\\u007f\xC3\xA9\\u2028\"");
	buf_free(&buf);
}

/* What is no text is shown, and what the log of a CI would obey is spelt otherwise. */
static void
rule_14_strings_are_inert(void **state)
{
	static const char *const texts[][2] = {
		{"\xFF\xC2\x9B", "\"\\\\xFF\\u009b\""},
		{"\xF0\x9F\xBF\xBF\xF0\x9F\x98\x80", "\"\\ud83f\\udfff\xF0\x9F\x98\x80\""},
		{"a ::error::b", "\"a :\\u003aerror::b\""},
		{"##vso[a]", "\"##vso\\u005ba]\""},
		{"std::vector", "\"std::vector\""},
	};
	(void)state;
	struct buf buf = {0};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		buf.length = 0;
		json_quote(&buf, str_from(texts[i][0]));
		buf_add_char(&buf, '\0');
		assert_string_equal(buf.data, texts[i][1]);
	}
	buf_free(&buf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_line),
		cmocka_unit_test(indented),
		cmocka_unit_test(strings_are_quoted),
		cmocka_unit_test(rule_14_strings_are_inert),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
