/* Names made of the texts of a code, and names that people supply. */
#include "adopt/naming.h"

#include "adopt/supplied.h"
#include "bench.h"
#include "spec/token.h"

static void
assert_words(const char *text, const char *expected)
{
	struct arena arena = {0};
	struct str words = naming_words(&arena, str_from(text), NAMING_MOST);
	assert_string_equal(arena_copy(&arena, words).data, expected);
	arena_free(&arena);
}

static void
words_are_found(void **state)
{
	(void)state;
	assert_words("Shared Memory Error", "SHARED_MEMORY_ERROR");
	assert_words("The image is blocked.", "IMAGE_BLOCKED");
	assert_words("Invalid request. The packet cannot be read.", "INVALID_REQUEST");
	assert_words("InvalidParameter.FunctionName", "INVALID_PARAMETER_FUNCTION_NAME");
	assert_words("XMLParser v2: bad IDs", "XML_PARSER_V2_BAD_IDS");
	assert_words(
		"**Bold** `code` [link](https://example.org/a(b)) <br>end", "BOLD_CODE_LINK_END");
	assert_words("Not &lt;found&gt; &#39;here&#39;", "NOT_FOUND_HERE");
	assert_words("AT&T R & D", "AT_T_R_D");
	assert_words("Can't open {path}", "CANT_OPEN_PATH");
	assert_words("No permission (code 5) at %s", "NO_PERMISSION_AT");
	assert_words("Cl\u00e9 non trouv\u00e9e, \u0141\u00f3d\u017a", "CLE_NON_TROUVEE_LODZ");
	assert_words("\u9519\u8bef", "");
	assert_words("the", "THE");
	assert_words("", "");
	assert_words("a very long sentence that goes on and on and on without any end at all",
		"VERY_LONG_SENTENCE_THAT_GOES_ON_AND_ON_AND_ON");
	assert_words("Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk",
		"DONAUDAMPFSCHIFFFAHRTSELEKTRIZITAETENHAUPTBETRIE");
}

static void
assert_name(struct naming *naming, struct naming_texts texts, const char *expected)
{
	struct str name = naming_make(naming, &texts, 0);
	assert_true(str_is_name(name));
	assert_string_equal(arena_copy(naming->arena, name).data, expected);
}

static void
the_best_text_gives_the_name(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct naming naming = {.arena = &arena, .scratch = &arena};
	assert_name(&naming,
		(struct naming_texts){
			.code = STR("1"), .given = STR("InternalError"), .title = STR("Other")},
		"InternalError");
	assert_name(&naming, (struct naming_texts){.code = STR("2"), .given = STR("bad-host!")},
		"BAD_HOST");
	assert_name(&naming,
		(struct naming_texts){.code = STR("Dotted.Name"), .title = STR("A title")},
		"DOTTED_NAME");
	assert_name(&naming,
		(struct naming_texts){.code = STR("3"),
			.title = STR("\u9519\u8bef IPC"),
			.message = STR("RPC error.")},
		"RPC_ERROR");
	assert_name(&naming,
		(struct naming_texts){.code = STR("4"), .title = STR("IPC \u9519\u8bef")}, "IPC");
	assert_name(&naming,
		(struct naming_texts){.code = STR("5"), .description = STR("404 not found")},
		"CODE_404_NOT_FOUND");
	assert_name(&naming, (struct naming_texts){.code = STR("-5"), .title = STR("\u9519\u8bef")},
		"CODE_MINUS_5");
	assert_name(&naming, (struct naming_texts){.code = STR("00303002")}, "CODE_00303002");
	assert_name(&naming, (struct naming_texts){.code = STR("1000-1999")}, "CODE_1000_1999");
	assert_name(&naming, (struct naming_texts){.code = STR("E0101")}, "CODE_E0101");
	arena_free(&arena);
}

static void
names_stay_apart(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct naming naming = {.arena = &arena, .scratch = &arena};
	naming_take(&naming, STR("BadHost"), 0);
	assert_name(&naming, (struct naming_texts){.code = STR("-7"), .title = STR("Bad host")},
		"BAD_HOST_7");
	assert_name(&naming, (struct naming_texts){.code = STR("7"), .title = STR("Bad host")},
		"BAD_HOST_7_2");
	assert_name(&naming, (struct naming_texts){.code = STR("8"), .given = STR("badhost")},
		"badhost");
	assert_name(&naming, (struct naming_texts){.code = STR("9"), .given = STR("badhost")},
		"badhost_9");
	arena_free(&arena);
}

static struct supplied *
read_names(struct bench *bench, const char *text)
{
	struct load load = {.arena = &bench->arena, .sink = &bench->sink};
	return supplied_read(&load, bench_source(bench, text), str_from(text));
}

static void
assert_supplied(struct supplied *supplied, const char *code, const char *module, const char *name)
{
	assert_true(str_equal(
		supplied_name(supplied, str_from(code), str_from(module)), str_from(name)));
}

static void
names_can_be_supplied(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	struct supplied *supplied = read_names(&bench,
		"\xEF\xBB\xBF# names\r\n"
		"16\tSIXTEEN\r\n"
		"16\tOTHER\timage\n"
		"\n"
		"Dotted.Name\tDOTTED\n"
		"77\tUNASKED");
	assert_non_null(supplied);
	assert_supplied(supplied, "0x10", "", "SIXTEEN");
	assert_supplied(supplied, "16", "audio", "SIXTEEN");
	assert_supplied(supplied, "16", "image", "OTHER");
	assert_supplied(supplied, "Dotted.Name", "image", "DOTTED");
	assert_supplied(supplied, "17", "image", "");
	struct load load = {.arena = &bench.arena, .sink = &bench.sink};
	supplied_report(supplied, &load);
	assert_string_equal(bench_report(&bench),
		"t:6:1: warning: there is no code '77' that could be named so [ES0757]\n");
	bench_close(&bench);
}

static void
bad_lines_are_reported(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	assert_null(read_names(&bench,
		"1 ONE\n2\tTWO\n0x2\tZWEI\n3\t3D\n4\tTWO\n5\tFIVE\tm\tx\n6\tSIX\tbad-module\n"));
	assert_string_equal(bench_report(&bench),
		"t:1:1: error: this line of names is not a code, a tab and a name [ES0756]\n"
		"t:3:1: error: duplicate key '0x2' [ES0212]\n"
		"t:2:1: note: it stands here first\n"
		"t:4:3: error: '3D' is not a name [ES0220]\n"
		"t:5:3: error: the name 'TWO' is already in use [ES0301]\n"
		"t:2:3: note: it stands here first\n"
		"t:6:1: error: this line of names is not a code, a tab and a name [ES0756]\n"
		"t:7:7: error: 'bad-module' is not a name [ES0220]\n");
	bench_close(&bench);
}

/* Names are keys in a spec, and a key of YAML has an end. */
static void
a_name_that_no_key_can_be_is_not_taken(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct naming naming = {.arena = &arena, .scratch = &arena};
	char longest[TOKEN_KEY_MOST + 2];
	memset(longest, 'N', sizeof(longest));
	struct str fits = {longest, TOKEN_KEY_MOST}, is_longer = {longest, TOKEN_KEY_MOST + 1};
	struct naming_texts texts = {.code = STR("1"), .given = fits};
	assert_true(str_equal(naming_make(&naming, &texts, 0), fits));
	texts.given = is_longer;
	assert_true(str_equal(naming_make(&naming, &texts, 1), str_head(fits, NAMING_MOST)));
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found),
		cmocka_unit_test(the_best_text_gives_the_name),
		cmocka_unit_test(names_stay_apart),
		cmocka_unit_test(a_name_that_no_key_can_be_is_not_taken),
		cmocka_unit_test(names_can_be_supplied),
		cmocka_unit_test(bad_lines_are_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
