/* Proofs: a template that gives the document back, and some that do not. */
#include "bench.h"

#include <stdlib.h>

#include "pin/proof.h"

struct shop {
	struct bench bench;
	struct store store;
	struct proof proof;
	struct document document;
};

static int
set_up(void **state)
{
	struct shop *shop = calloc(1, sizeof(*shop));
	struct bench *bench = &shop->bench;
	bench_open(bench);
	shop->store = (struct store){
		.arena = &bench->arena, .sink = &bench->sink, .limits = &shop->bench.limits};
	shop->proof = (struct proof){&shop->bench.load, &shop->store, &escape_html};
	shop->document.title = text_from(STR("Disk"), 0);
	*state = shop;
	return 0;
}

static int
tear_down(void **state)
{
	struct shop *shop = *state;
	bench_close(&shop->bench);
	free(shop);
	return 0;
}

/* Whether the template gives back "# Disk\n". */
static bool
holds(struct shop *shop, const char *template)
{
	uint32_t source = bench_source(&shop->bench, "# Disk\n");
	return proof_holds(
		&shop->proof, STR("t.mustache"), str_from(template), &shop->document, source);
}

static void
the_same_bytes_hold(void **state)
{
	struct shop *shop = *state;
	assert_true(holds(shop, "# {{title}}\n"));
	assert_int_equal(shop->bench.sink.errors, 0);
}

static void
other_bytes_do_not(void **state)
{
	static const struct {
		const char *template;
		const char *report;
	} cases[] = {
		{"# {{title}}s\n",
			"t:1:7: error: the template 't.mustache' would not give the document back "
			"from here on [ES0760]\n"},
		{"# {{title}}\n\n",
			"t:2:1: error: the template 't.mustache' would not give the document back "
			"from here on [ES0760]\n"},
		{"# {{title}}",
			"t:1:7: error: the template 't.mustache' would not give the document back "
			"from here on [ES0760]\n"},
		{"# {{name}}\n",
			"t:1:3: error: the template 't.mustache' would not give the document back "
			"from here on [ES0760]\n"},
	};
	struct shop *shop = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_false(holds(shop, cases[i].template));
		assert_string_equal(bench_report(&shop->bench), cases[i].report);
		shop->bench.sink.items.count = 0;
		shop->bench.sink.errors = 0;
	}
}

static void
broken_templates_are_reported(void **state)
{
	struct shop *shop = *state;
	assert_false(holds(shop, "# {{titel}}\n"));
	assert_non_null(strstr(bench_report(&shop->bench), "t.mustache:1:5: error"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_same_bytes_hold, set_up, tear_down),
		cmocka_unit_test_setup_teardown(other_bytes_do_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(broken_templates_are_reported, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
