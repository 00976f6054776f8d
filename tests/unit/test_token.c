/* The forms of tokens, which templates write as they are. */
#include "bench.h"

#include "spec/token.h"

static bool
fits(uint8_t kind, struct str text)
{
	return token_form(kind)->fits(text);
}

static void
assert_all(uint8_t kind, const char *const *texts, bool is_fine)
{
	for (; *texts != NULL; texts++) {
		if (fits(kind, str_from(*texts)) != is_fine) {
			fail_msg("'%s' is %s%s", *texts, is_fine ? "not " : "",
				token_form(kind)->noun.data);
		}
	}
}

static void
knows_dotted_names(void **state)
{
	(void)state;
	static const char *const fine[] = {"a", "A", "com.example", "A1.b_2.C__", NULL};
	static const char *const bad[] = {"", ".", "a.", ".a", "a..b", "a.1", "1a", "_a", "a._b",
		"a b", "a;b", "a-b", "a/b", "a.b\n", "\na", "a.\xC3\xA9", "$a", "a.b ", NULL};
	assert_all(FIELD_DOTTED_NAME, fine, true);
	assert_all(FIELD_DOTTED_NAME, bad, false);
}

static void
knows_import_paths(void **state)
{
	(void)state;
	static const char *const fine[] = {"example.com", "a", "git.sr.ht/~user/x", "a/b-c/d_e.f",
		"golang.org/x/mod", "9p.io/x", "a/-b", "a/_b", "EXAMPLE.com/A", "a/b~1c", "a/~x1",
		"gopkg.in/yaml.v3", NULL};
	static const char *const bad[] = {"", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..",
		"a/../b", "./a", "a/.", ".a", "a/.b", "a.", "a./b", "-a", "~a", "_a", "a b", "a\"",
		"a\n", "a\\b", "a:b", "a@v1", "a+b", "a*", "$a", "a/con", "a/NUL.x", "a/b~1",
		"a/b~12.c", "a/\xC3\xA9", "http://a", NULL};
	assert_all(FIELD_IMPORT_PATH, fine, true);
	assert_all(FIELD_IMPORT_PATH, bad, false);
}

static void
knows_versions(void **state)
{
	(void)state;
	static const char *const fine[] = {"0", "1.2", "1.2.3", "10.20.30.40", "1.2.3-rc.1",
		"1.2.3-alpha", "1.2.3+build.7", "1.2.3-rc.1+a-b.c", "2024-06-01", "1+1", NULL};
	static const char *const bad[] = {"", ".", "1.", ".1", "1..2", "v1", "1.x", "1.2.3-",
		"1.2.3+", "1-+1", "1--2", "1-a.", "1-a..b", "1+a+b", "1.2rc1", "1 2", "1.2\n", "-1",
		"1-a_b", "1!2", "1.0\"", "1.0'", "1.0<", "1.0$", "1.0]]", NULL};
	assert_all(FIELD_VERSION, fine, true);
	assert_all(FIELD_VERSION, bad, false);
}

static void
knows_language_tags(void **state)
{
	(void)state;
	static const char *const fine[] = {
		"en", "zh-CN", "de-1996", "sl-rozaj-biske", "eightltr", "en-a-b1", NULL};
	static const char *const bad[] = {"", "e", "ninelette", "en-", "-en", "en--US", "en_US",
		"1en", "e1", "en-ninelette", "aux", "CON", "en/x", "en.x", "en\n", "en us", NULL};
	assert_all(FIELD_LANGUAGE, fine, true);
	assert_all(FIELD_LANGUAGE, bad, false);
}

/* `start`, then as many of `unit` as make the text so long. */
static struct str
of_length(struct buf *buf, struct str start, struct str unit, size_t length)
{
	buf->length = 0;
	buf_add(buf, start);
	while (buf->length < length) {
		buf_add(buf, unit);
	}
	return str_head(buf_str(buf), length);
}

static void
bounds_their_lengths(void **state)
{
	(void)state;
	static const struct {
		uint8_t kind;
		size_t most;
	} bounds[] = {{FIELD_DOTTED_NAME, 255}, {FIELD_IMPORT_PATH, 255}, {FIELD_VERSION, 64}};
	for (size_t i = 0; i < sizeof(bounds) / sizeof(bounds[0]); i++) {
		struct buf buf = {0};
		bool is_version = bounds[i].kind == FIELD_VERSION;
		struct str unit = is_version ? STR("1") : STR("a");
		assert_true(fits(bounds[i].kind, of_length(&buf, unit, unit, bounds[i].most)));
		assert_false(fits(bounds[i].kind, of_length(&buf, unit, unit, bounds[i].most + 1)));
		buf_free(&buf);
	}
}

/* Whatever byte stands wherever: only those that nothing takes for its own pass. */
static void
rule_11_tokens_hold_no_other_byte(void **state)
{
	(void)state;
	static const struct {
		uint8_t kind;
		const char *marks;
		const char *around;
	} tokens[] = {{FIELD_NAME, "_", "ab"}, {FIELD_DOTTED_NAME, "._", "ab"},
		{FIELD_IMPORT_PATH, "-_.~/", "ab"}, {FIELD_VERSION, ".-+", "11"}};
	for (size_t i = 0; i < sizeof(tokens) / sizeof(tokens[0]); i++) {
		for (int byte = 0; byte < 256; byte++) {
			char c = (char)byte;
			bool is_mark = c != '\0' && strchr(tokens[i].marks, c) != NULL;
			bool is_plain = str_is_digit(c) ||
				(str_is_letter(c) && tokens[i].kind != FIELD_VERSION);
			char within[] = {tokens[i].around[0], c, tokens[i].around[1]};
			char first[] = {c, tokens[i].around[0], tokens[i].around[1]};
			char last[] = {tokens[i].around[0], tokens[i].around[1], c};
			assert_int_equal(
				fits(tokens[i].kind, (struct str){within, 3}), is_mark || is_plain);
			assert_true(is_plain || !fits(tokens[i].kind, (struct str){first, 3}));
			assert_true(is_plain || !fits(tokens[i].kind, (struct str){last, 3}) ||
				(tokens[i].kind == FIELD_NAME && c == '_') ||
				(tokens[i].kind == FIELD_DOTTED_NAME && c == '_') ||
				(tokens[i].kind == FIELD_IMPORT_PATH && strchr("-_~", c) != NULL));
		}
	}
}

static void
knows_what_is_no_token(void **state)
{
	(void)state;
	assert_null(token_form(FIELD_TEXT));
	assert_null(token_form(FIELD_PATH));
	assert_null(token_form(FIELD_ANY));
	assert_null(token_form(255));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_dotted_names),
		cmocka_unit_test(knows_import_paths),
		cmocka_unit_test(knows_versions),
		cmocka_unit_test(knows_language_tags),
		cmocka_unit_test(bounds_their_lengths),
		cmocka_unit_test(rule_11_tokens_hold_no_other_byte),
		cmocka_unit_test(knows_what_is_no_token),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
