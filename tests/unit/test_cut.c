/* Cuts and pinned lists: what becomes of a document's text when tags stand in it. */
#include "bench.h"

#include <stdlib.h>

#include "pin/pin_list.h"

static int
set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof(*bench));
	bench_open(bench);
	*state = bench;
	return 0;
}

static int
tear_down(void **state)
{
	bench_close(*state);
	free(*state);
	return 0;
}

static struct cuts
cuts_of(struct bench *bench, const char *text)
{
	return (struct cuts){&bench->arena, str_from(text), {0}};
}

/* A value of the text, the first place where `part` stands. */
static struct found_value
value_of(const struct cuts *cuts, const char *part)
{
	struct str text = str_from(part);
	size_t at = str_search(cuts->text, 0, text);
	assert_true(at < cuts->text.length);
	return (struct found_value){
		text, (uint32_t)at, (uint32_t)text.length, WRITTEN_MARKDOWN, 0, NULL};
}

static void
cut_value(struct cuts *cuts, const char *part, const char *name)
{
	struct found_value value = value_of(cuts, part);
	struct cut cut = {value.at, value.length, CUT_VALUE, ' ', false, str_from(name)};
	cut_add(cuts, cut);
}

static void
assert_template(struct cuts *cuts, const char *expected)
{
	struct str template = cut_template(cuts);
	struct str copy = arena_copy(cuts->arena, template);
	assert_string_equal(copy.data, expected);
}

static void
values_become_tags(void **state)
{
	struct cuts cuts = cuts_of(*state, "## 401 No way  \n\nGo back.");
	cut_value(&cuts, "No way", "title");
	cut_value(&cuts, "401", "code");
	assert_template(&cuts, "## {{code}} {{title}}  \n\nGo back.");
}

static void
sections_close_before_others_open(void **state)
{
	struct cuts cuts = cuts_of(*state, "one\ntwo\n");
	cut_add(&cuts, (struct cut){0, 0, CUT_OPEN, '#', true, STR("a")});
	cut_add(&cuts, (struct cut){4, 0, CUT_OPEN, '#', true, STR("b")});
	cut_add(&cuts, (struct cut){4, 0, CUT_CLOSE, '/', true, STR("a")});
	cut_add(&cuts, (struct cut){8, 0, CUT_CLOSE, '/', true, STR("b")});
	assert_template(&cuts, "{{#a}}\none\n{{/a}}\n{{#b}}\ntwo\n{{/b}}\n");
}

static void
braces_of_the_text_stay(void **state)
{
	struct cuts cuts = cuts_of(*state, "{{path}} 7\n");
	cut_value(&cuts, "7", "code");
	assert_template(&cuts, "{{=<% %>=}}\n{{path}} <%code%>\n");
	struct cuts taken = cuts_of(*state, "{{path}} <% 7\n");
	cut_value(&taken, "7", "code");
	assert_template(&taken, "{{=<%% %%>=}}\n{{path}} <% <%%code%%>\n");
	struct cuts touching = cuts_of(*state, "{7}\n");
	cut_value(&touching, "7", "code");
	assert_template(&touching, "{{=<% %>=}}\n{<%code%>}\n");
}

static void
hidden_characters_are_named(void **state)
{
	struct cuts cuts = cuts_of(*state,
		"\xEF\xBB\xBF"
		"7\a\r\nx\ry\r\n");
	cut_value(&cuts, "7", "code");
	assert_template(&cuts, "{{U+FEFF}}{{code}}{{U+0007}}\r\nx{{U+000D}}y\r\n");
}

static void
overlaps_are_left_out(void **state)
{
	struct cuts cuts = cuts_of(*state, "abcdef");
	cut_value(&cuts, "bcd", "first");
	cut_value(&cuts, "de", "second");
	assert_template(&cuts, "a{{first}}ef");
}

/* A list of three items of the text. */
static struct found_list
list_of(struct cuts *cuts, const char *const items[3], bool is_numbered)
{
	struct found_list list = {.is_numbered = is_numbered};
	for (int i = 0; i < 3; i++) {
		VEC_PUSH(&list.items, cuts->arena, struct found_value, value_of(cuts, items[i]));
	}
	return list;
}

static const char *const items[3] = {"red", "green", "blue"};

/* Whether the list becomes a loop; it starts at the first character of the text. */
static bool
loop(struct cuts *cuts, const struct found_list *list, bool is_within_line)
{
	struct pin_items pinned = {.cuts = cuts,
		.list = list,
		.end = (uint32_t)str_trim(cuts->text).length,
		.is_within_line = is_within_line,
		.path = STR("causes.items"),
		.item = STR(".")};
	return pin_list_loop(&pinned);
}

static void
like_items_become_a_loop(void **state)
{
	struct cuts cuts = cuts_of(*state, "1. red \n2. green \n3. blue \n\nend");
	struct found_list list = list_of(&cuts, items, true);
	assert_true(loop(&cuts, &list, false));
	assert_template(&cuts, "{{#causes.items}}\n{{number}}. {{.}} \n{{/causes.items}}\n\nend");
}

static void
bullets_become_a_loop(void **state)
{
	struct cuts cuts = cuts_of(*state, "- red\r\n- green\r\n- blue\r\n");
	struct found_list list = list_of(&cuts, items, false);
	assert_true(loop(&cuts, &list, false));
	assert_template(&cuts, "{{#causes.items}}\r\n- {{.}}\r\n{{/causes.items}}\r\n");
}

static void
unlike_items_do_not(void **state)
{
	static const char *const texts[] = {
		"1. red \n2. green\n3. blue\n", /* blanks behind one */
		"1. red\n3. green\n4. blue\n", /* a number left out */
		"1. red\n\n2. green\n3. blue\n", /* an empty line */
		"1. red\n2.  green\n3. blue\n", /* one blank more */
		"1. red\n2. green\n3. blue", /* no line break at the end */
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct cuts cuts = cuts_of(*state, texts[i]);
		struct found_list list = list_of(&cuts, items, true);
		assert_false(loop(&cuts, &list, false));
		assert_int_equal(cuts.items.count, 0);
	}
}

static void
items_of_a_cell_become_a_loop(void **state)
{
	struct cuts cuts = cuts_of(*state, "1. red<br>2. green<br>3. blue");
	struct found_list list = list_of(&cuts, items, true);
	assert_true(loop(&cuts, &list, true));
	assert_template(&cuts,
		"{{#causes.items}}{{^first}}<br>{{/first}}{{number}}. {{.}}{{/causes.items}}");
}

static void
unlike_items_of_a_cell_do_not(void **state)
{
	static const char *const texts[] = {
		"1. red<br>2. green<br/>3. blue",
		"1. red<br>2. green <br>3. blue",
		"1. red<br>2.green<br>3. blue",
		"1. red<br>3. green<br>4. blue",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct cuts cuts = cuts_of(*state, texts[i]);
		struct found_list list = list_of(&cuts, items, true);
		assert_false(loop(&cuts, &list, true));
		assert_int_equal(cuts.items.count, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(values_become_tags, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			sections_close_before_others_open, set_up, tear_down),
		cmocka_unit_test_setup_teardown(braces_of_the_text_stay, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hidden_characters_are_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(overlaps_are_left_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(like_items_become_a_loop, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bullets_become_a_loop, set_up, tear_down),
		cmocka_unit_test_setup_teardown(unlike_items_do_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(items_of_a_cell_become_a_loop, set_up, tear_down),
		cmocka_unit_test_setup_teardown(unlike_items_of_a_cell_do_not, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
