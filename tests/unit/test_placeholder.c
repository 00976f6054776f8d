#include "bench.h"

#include "spec/placeholder.h"
#include "spec/token.h"

/* A message as it is written, what is shown of it, its placeholders, and what stands in braces. */
struct case_of_braces {
	const char *written;
	const char *shown;
	const char *placeholders;
	const char *literals;
};

static const struct case_of_braces cases[] = {
	{"plain", "plain", "", ""},
	{"{id} is {name}", "{id} is {name}", "{id}{name}", ""},
	{"{{id}} is {name}", "{id} is {name}", "{name}", "{id}"},
	{"{{{id}}}", "{{id}}", "{id}", ""},
	{"{{{{id}}}}", "{{id}}", "", "{id}"},
	{"{{a}}{{b}}{c}", "{a}{b}{c}", "{c}", "{a}{b}"},
	{"{{id}", "{{id}", "{id}", ""},
	{"{id}}", "{id}}", "{id}", ""},
	{"{{id}}}", "{id}}", "", "{id}"},
	{"{{{id}}", "{{id}", "", "{id}"},
	{"{\"a\": {id}}", "{\"a\": {id}}", "{id}", ""},
	{"{{a}{b}}", "{{a}{b}}", "{a}{b}", ""},
	{"{ } {} {1} {{}} {{ a }} } {", "{ } {} {1} {{}} {{ a }} } {", "", ""},
	{"{\"a\": {\"b\": 1}}", "{\"a\": {\"b\": 1}}", "", ""},
	{"{{1}} {{a-b}} {{a", "{{1}} {{a-b}} {{a", "", ""},
	{"", "", "", ""},
};

static struct str
joined(struct arena *arena, struct str text, struct str (*next)(struct str text, size_t *at))
{
	struct str all = STR("");
	size_t at = 0;
	for (struct str one = next(text, &at); one.length > 0; one = next(text, &at)) {
		all = ARENA_JOIN(arena, all, one);
	}
	return all;
}

static void
assert_equal(struct str text, const char *wanted)
{
	if (!str_equal(text, str_from(wanted))) {
		fail_msg("'%.*s' and not '%s'", (int)text.length, text.data, wanted);
	}
}

static void
knows_what_braces_mean(void **state)
{
	(void)state;
	struct arena arena = {0};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str written = str_from(cases[i].written);
		assert_equal(placeholder_shown(&arena, written), cases[i].shown);
		assert_equal(joined(&arena, written, placeholder_next), cases[i].placeholders);
		assert_equal(joined(&arena, written, placeholder_next_literal), cases[i].literals);
	}
	arena_free(&arena);
}

/* Its name would be the key of a parameter, and a key of YAML has an end. */
static void
a_name_that_no_key_can_be_is_text(void **state)
{
	(void)state;
	char text[TOKEN_KEY_MOST + 3];
	memset(text, 'n', sizeof(text));
	text[0] = '{';
	text[TOKEN_KEY_MOST + 1] = '}';
	size_t at = 0;
	struct str fits = {text, TOKEN_KEY_MOST + 2}, is_longer = {text, TOKEN_KEY_MOST + 3};
	assert_true(str_equal(placeholder_next(fits, &at), fits));
	text[TOKEN_KEY_MOST + 1] = 'n';
	text[TOKEN_KEY_MOST + 2] = '}';
	at = 0;
	assert_int_equal(placeholder_next(is_longer, &at).length, 0);
	assert_int_equal(at, is_longer.length);
}

/* Every text of up to eight of these characters is shown as it was when it is written so. */
static void
writes_what_is_shown(void **state)
{
	(void)state;
	for (unsigned number = 0; number < 1U << 16; number++) {
		struct arena arena = {0};
		char text[8];
		for (unsigned i = 0; i < sizeof(text); i++) {
			text[i] = "{}a "[number >> 2 * i & 3];
		}
		struct str shown = {text, sizeof(text)};
		struct str written = placeholder_written(&arena, shown);
		assert_true(str_equal(placeholder_shown(&arena, written), shown));
		assert_int_equal(joined(&arena, written, placeholder_next_literal).length, 0);
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_what_braces_mean),
		cmocka_unit_test(a_name_that_no_key_can_be_is_text),
		cmocka_unit_test(writes_what_is_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
