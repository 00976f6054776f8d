/* Elements that templates pick from lists by their key or their position. */
#include <stdio.h>

#include "shelf.h"

/* A shelf of two books, both lent, the second with tags and a list for a blurb. */
static void
fill(struct stage *stage)
{
	struct book *first = stage_book(stage, "Ulysses", "Yes & yes");
	struct book *second = stage_book(stage, "Emma", "Box Hill");
	struct arena *arena = &stage->bench.arena;
	second->rare = arena_alloc(arena, sizeof(*second->rare));
	VEC_PUSH(&second->rare->tags, arena, struct text, stage_text(stage, "old_novel"));
	VEC_PUSH(&second->rare->tags, arena, struct text, stage_text(stage, "england"));
	second->blurb.shape = BLURB_LIST;
	VEC_PUSH(&second->blurb.items, arena, struct text, stage_text(stage, "one <b>"));
	VEC_PUSH(&second->blurb.items, arena, struct text, stage_text(stage, "two"));
	stage_loan(stage, "Ann", "May & June", first);
	stage_loan(stage, "Bob", "June", second);
}

static void
expect(const char *text, const char *expected)
{
	struct stage stage;
	stage_open(&stage);
	fill(&stage);
	assert_string_equal(stage_render(&stage, text), expected);
	stage_close(&stage);
}

static void
test_keys(void **state)
{
	(void)state;
	expect("{{loans.Ann.until}} {{loans.Bob.title}}", "May &amp; June Box Hill");
	expect("{{#loans.Bob}}{{borrower}}: {{title}}{{/loans.Bob}}", "Bob: Box Hill");
	expect("{{#loans.Bob.title}}{{.}}{{/loans.Bob.title}}{{^loans.Bob.note}}-{{/"
	       "loans.Bob.note}}",
		"Box Hill-");
	expect("{{reminders.Ann.name.snake}} {{reminders.Bob.tags.count}}", "ulysses 2");
	expect("{{^loans.Bob}}never{{/loans.Bob}}", "");
	expect("{{loans.count}} {{#loans.Bob}}{{loans.Ann.title}}{{/loans.Bob}}",
		"2 Yes &amp; yes");
}

/* A record that may be written as a scalar is written as that. */
static void
test_scalars(void **state)
{
	(void)state;
	expect("{{loans.Ann}} {{loans.Ann.html}}", "May &amp; June May &amp; June");
	expect("{{loans.0}} {{{loans.0.name}}}", "May &amp; June Ulysses");
	expect("{{reminders.Ann}}",
		"t:1:3: error: 'reminders.Ann' is a record, which cannot be written [ES0412]\n");
	expect("{{loans.Ann.snake}}",
		"t:1:13: error: 'Ann' is a record and has no 'snake' [ES0411]\n");
}

static void
test_positions(void **state)
{
	(void)state;
	expect("{{books.1.title}} {{books.0.name}}", "Box Hill Ulysses");
	expect("{{books.1.tags.0}} {{books.1.tags.0.pascal}} {{books.1.tags.1}}",
		"old_novel OldNovel england");
	expect("{{#books.1}}{{blurb.items.0}}, {{blurb.items.1}}{{/books.1}}",
		"one &lt;b&gt;, two");
	expect("{{#books.1.blurb.items.1}}{{.}}{{/books.1.blurb.items.1}}", "two");
}

/* Inside, an element knows its place as it does in a section over the list. */
static void
test_place(void **state)
{
	(void)state;
	expect("{{#loans.Bob}}{{index}} {{number}} {{first}} {{last}}{{/loans.Bob}}",
		"1 2 false true");
	expect("{{#books.0}}{{number}}{{#first}} "
	       "first{{/first}}{{#tags}}{{.}}{{/tags}}{{/books.0}}",
		"1 first");
	expect("{{#books.1}}{{#blurb}}{{#items.0}}{{number}} {{last}}{{/items.0}}{{/blurb}} "
	       "{{number}}{{/books.1}}",
		"1 false 2");
	expect("{{#loans}}{{#reminders.Ann}}{{number}}{{/reminders.Ann}}{{number}} {{/loans}}",
		"11 12 ");
}

static void
test_missing(void **state)
{
	(void)state;
	expect("{{loans.Anne.until}}{{loans.Zacharias}}",
		"t:1:9: error: 'loans' has no loan 'Anne' [ES0441]\n"
		"t:1:29: error: 'loans' has no loan 'Zacharias' [ES0441]\n");
	expect("{{#loans.Eve}}x{{/loans.Eve}}\n{{^loans.Eve}}x{{/loans.Eve}}",
		"t:1:10: error: 'loans' has no loan 'Eve' [ES0441]\n"
		"t:2:10: error: 'loans' has no loan 'Eve' [ES0441]\n");
	expect("{{books.2.title}} {{books.1.tags.7}}",
		"t:1:9: error: 'books' has no element 2; it has 2 of them [ES0442]\n"
		"t:1:34: error: 'books.1.tags' has no element 7; it has 2 of them [ES0442]\n");
	expect("{{books.0.tags.0}} {{books.0.blurb.items.0}}",
		"t:1:16: error: 'books.0.tags' has no element 0; it has 0 of them [ES0442]\n"
		"t:1:42: error: 'books.0.blurb.items' has no element 0; it has 0 of them "
		"[ES0442]\n");
	expect("{{#books}}{{tags.9}}{{/books}}",
		"t:1:18: error: 'tags' has no element 9; it has 0 of them [ES0442]\n");
	expect("{{reminders.Eve.tags.0}}",
		"t:1:13: error: 'reminders' has no reminder 'Eve' [ES0441]\n");
	expect("{{books.01.title}}", "t:1:9: error: 'books' is a list and has no '01' [ES0411]\n");
	expect("{{loans.}}", "t:1:9: error: 'loans' is a map and has no '' [ES0411]\n");
}

/* A list of names is asked for one, which it need not have. */
static void
test_members(void **state)
{
	(void)state;
	expect("{{#books}}{{#tags.england}}in {{name}}{{/tags.england}}{{/books}}", "in Emma");
	expect("{{#books}}{{^tags.england}}out {{name}}{{/tags.england}}{{/books}}", "out Ulysses");
	expect("{{#books}}{{tags.england}} {{tags.England}},{{/books}}", "false false,true false,");
	expect("{{#books.1.tags.old_novel}}{{books.1.name}}{{/books.1.tags.old_novel}}", "Emma");
	expect("{{#books}}{{#tags}}{{^tags.old}}{{.}} {{/tags.old}}{{/tags}}{{/books}}",
		"old_novel england ");
	expect("{{#reminders.Bob.tags.england}}yes{{/reminders.Bob.tags.england}}", "yes");
	expect("{{#books}}{{#tags.9th}}{{/tags.9th}}{{#tags.old.x}}{{/tags.old.x}}{{/books}}",
		"t:1:19: error: 'tags' is a list and has no '9th' [ES0411]\n"
		"t:1:49: error: 'old' is a boolean and has no 'x' [ES0411]\n");
}

static void
test_suggestion(void **state)
{
	(void)state;
	struct stage stage;
	stage_open(&stage);
	fill(&stage);
	stage_render(&stage, "{{loans.Anne}}");
	assert_string_equal(VEC_AT(&stage.bench.sink.items, struct diag *, 0)->help.data,
		"did you mean 'Ann'?");
	stage_close(&stage);
}

/* Long lists are searched with a table, which finds the first of equal keys as a search does. */
static void
test_long_list(void **state)
{
	(void)state;
	struct stage stage;
	stage_open(&stage);
	for (int i = 0; i < 1000; i++) {
		char name[16];
		snprintf(name, sizeof(name), "N%d", i % 999);
		stage_loan(&stage, name, name + 1, NULL);
	}
	assert_string_equal(stage_render(&stage,
				    "{{loans.N998}} {{#loans.N0}}{{index}}{{/loans.N0}} "
				    "{{reminders.N500.until}} {{loans.N7}}"),
		"998 0 500 7");
	assert_string_equal(stage_render(&stage, "{{loans.N999}}"),
		"t:1:9: error: 'loans' has no loan 'N999' [ES0441]\n");
	stage_close(&stage);
}

/* So are long lists of names. */
static void
test_many_members(void **state)
{
	(void)state;
	struct stage stage;
	stage_open(&stage);
	struct book *book = stage_book(&stage, "Ulysses", "Yes & yes");
	book->rare = arena_alloc(&stage.bench.arena, sizeof(*book->rare));
	for (int i = 0; i < 1000; i++) {
		char name[16];
		snprintf(name, sizeof(name), "N%d", i);
		VEC_PUSH(&book->rare->tags, &stage.bench.arena, struct text,
			stage_text(&stage, name));
	}
	assert_string_equal(stage_render(&stage,
				    "{{#books}}{{tags.N0}} {{tags.N999}} {{tags.N1000}} "
				    "{{tags.count}}{{/books}}"),
		"true true false 1000");
	stage_close(&stage);
}

static void
test_characters(void **state)
{
	(void)state;
	expect("{{U+FEFF}}a{{U+0007}}{{ U+1F600 }}{{{U+00e9}}}",
		"\xEF\xBB\xBF"
		"a\a\xF0\x9F\x98\x80\xC3\xA9");
	expect("{{U+0000}} {{U+D800}} {{U+110000}} {{U+41}} {{U+}} {{U+00000041}} {{U+004G}}",
		"t:1:3: error: 'U+0000' is not a character [ES0440]\n"
		"t:1:14: error: 'U+D800' is not a character [ES0440]\n"
		"t:1:25: error: 'U+110000' is not a character [ES0440]\n"
		"t:1:38: error: 'U+41' is not a character [ES0440]\n"
		"t:1:47: error: 'U+' is not a character [ES0440]\n"
		"t:1:54: error: 'U+00000041' is not a character [ES0440]\n"
		"t:1:69: error: 'U+004G' is not a character [ES0440]\n");
	expect("  {{U+0041}}\n{{#books}}\n  {{U+000D}}\n{{/books}}\n", "  A\n  \r\n  \r\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_scalars),
		cmocka_unit_test(test_positions),
		cmocka_unit_test(test_place),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_members),
		cmocka_unit_test(test_suggestion),
		cmocka_unit_test(test_long_list),
		cmocka_unit_test(test_many_members),
		cmocka_unit_test(test_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
