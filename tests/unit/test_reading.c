/* Readings: a text that is read as markdown ends where it ends, whatever lies behind in memory. */
#include "data/reading.h"

#include "bench.h"
#include "data/commonmark.h"

/* What md4c, which looks at the byte behind a text, would take for the rest of a link. */
static const char *const behind[] = {")", " )", "\"y\")", ">)", "\n)"};

static const struct {
	const char *text;
	unsigned links;
} cases[] = {
	{"[](", 0},
	{"[x](i", 0},
	{"[x](i\"", 0},
	{"[x](i \"t\"", 0},
	{"[x]( i", 0},
	{"![x](i", 0},
	{"> [x](i", 0},
	{"- `a` [x](i", 0},
	{"[x](i)", 1},
	{"[x](i) [y](j", 1},
};

struct seen {
	struct str document;
	unsigned links;
};

static void
see(void *context, const struct commonmark_event *event)
{
	struct seen *seen = context;
	bool is_link = event->kind == COMMONMARK_LINK || event->kind == COMMONMARK_IMAGE;
	seen->links += is_link && event->step == COMMONMARK_ENTER;
	if (event->at != COMMONMARK_NOWHERE) {
		assert_true(event->at + event->text.length <= seen->document.length);
	}
}

static void
rule_10_nothing_behind_a_text_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str text = str_from(cases[i].text);
		for (size_t j = 0; j < sizeof(behind) / sizeof(behind[0]); j++) {
			struct buf document = {0};
			buf_add(&document, STR("[l]\n\n"));
			buf_add(&document, text);
			buf_add(&document, str_from(behind[j]));
			reading_compose(&document, STR("[l]\n\n"), text, 0);
			struct seen seen = {.document = buf_str(&document)};
			assert_int_equal(seen.document.length, text.length + 5);
			assert_true(commonmark_read(seen.document, 0, see, &seen));
			assert_int_equal(seen.links, cases[i].links);
			buf_free(&document);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rule_10_nothing_behind_a_text_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
