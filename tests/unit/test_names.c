/* Names: what the C target makes of them stays apart and hits no reserved word. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spec/catalogue_load.h"
#include "spec/module.h"
#include "spec/resolve.h"
#include "target/names.h"

/* A bench with a target to check names for. */
struct shop {
	struct bench bench;
	struct store store;
	struct target *target;
	struct vec modules;
};

static int
set_up(void **state)
{
	struct shop *shop = calloc(1, sizeof(*shop));
	struct bench *bench = &shop->bench;
	bench_open(bench);
	shop->store = (struct store){
		.arena = &bench->arena, .sink = &bench->sink, .limits = &shop->bench.limits};
	shop->target = target_open(&shop->bench.load, &shop->store, &(struct vec){0},
		&(struct library){0}, (struct text){"c", 1, 0}, 0);
	assert_non_null(shop->target);
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

static void
add_module(struct shop *shop, const char *text)
{
	struct catalogue *catalogue =
		catalogue_load_text(&shop->bench.load, STR("t"), str_from(text));
	assert_non_null(catalogue);
	resolve_derived(&shop->bench.load, catalogue);
	VEC_PUSH(&shop->modules, &shop->bench.arena, struct module *,
		VEC_AT(&catalogue->modules, struct module *, 0));
}

/* What is reported of the modules that were added. */
static const char *
check(struct shop *shop)
{
	struct binder binder = {.arena = &shop->bench.arena,
		.sink = &shop->bench.sink,
		.limits = &shop->bench.limits,
		.store = &shop->store,
		.shelves = shop->target->shelves,
		.escapes = &shop->target->escapes,
		.target = text_str(shop->target->name)};
	struct catalogue catalogue = {.name = text_from(STR("all"), 0), .modules = shop->modules};
	struct run_facts facts = {.target = shop->target->name};
	struct names_ground ground = {&run_facts_record, &facts, &catalogue};
	bool is_fine = names_check(&shop->bench.load, &binder, shop->target, &ground);
	assert_int_equal(is_fine, shop->bench.sink.errors == 0);
	diag_sort(&shop->bench.sink);
	return bench_report(&shop->bench);
}

static void
usual_names_are_fine(void **state)
{
	add_module(*state,
		"module: t\n"
		"codes:\n"
		"  A: {code: 1, message: a}\n"
		"  integer: {code: 2, message: a}\n"
		"  EPERMIT: {code: 3, message: a}\n"
		"  AB: {code: 4, message: a}\n"
		"  A_B: {code: 5, message: a, symbols: {c: mine, other: errno}}\n");
	assert_string_equal(check(*state), "");
}

static void
rule_2_casing_merges_names(void **state)
{
	add_module(*state,
		"module: t\n"
		"codes:\n"
		"  NOT_FOUND: {code: 1, message: a}\n"
		"  notFound: {code: 2, message: a}\n");
	const char *report = check(*state);
	assert_non_null(strstr(report,
		"t:4:3: error: notFound and NOT_FOUND both become T_NOT_FOUND in the target c"));
	assert_non_null(strstr(report, "t:3:3: note: the other name"));
	assert_int_equal(((struct shop *)*state)->bench.sink.errors, 1);
}

static void
rule_2_symbols_are_checked(void **state)
{
	add_module(*state,
		"module: t\n"
		"codes:\n"
		"  A: {code: 1, message: a, symbols: {c: errno}}\n"
		"  B: {code: 2, message: a, symbols: {c: T_C}}\n"
		"  C: {code: 3, message: a}\n"
		"  D: {code: 4, message: a, symbols: {c: t_find}}\n");
	const char *report = check(*state);
	assert_non_null(
		strstr(report, "t:3:3: error: A becomes errno, which is reserved in the target c"));
	assert_non_null(strstr(report, "t:5:3: error: C and B both become T_C in the target c"));
	assert_non_null(strstr(report, "t:6:3: error: D and t both become t_find in the target c"));
	assert_int_equal(((struct shop *)*state)->bench.sink.errors, 3);
}

static void
rule_2_generated_words_are_taken(void **state)
{
	add_module(*state, "module: t\ncodes:\n  COUNT: {code: 1, message: a}\n");
	const char *report = check(*state);
	assert_non_null(strstr(report, "t:3:3: error: COUNT and t both become T_COUNT"));
}

static void
one_namespace_holds_all_modules(void **state)
{
	add_module(*state, "module: t\ncodes:\n  A_B: {code: 1, message: a}\n");
	add_module(*state, "module: t_a\ncodes:\n  B: {code: 1, message: a}\n");
	const char *report = check(*state);
	assert_non_null(strstr(report, "error: B and A_B both become T_A_B in the target c"));
	assert_int_equal(((struct shop *)*state)->bench.sink.errors, 1);
}

/* In a language with a namespace for each module, names meet within a module only. */
static void
a_namespace_may_be_a_module(void **state)
{
	struct shop *shop = *state;
	shop->target->scope = SCOPE_MODULE;
	add_module(shop, "module: t\ncodes:\n  A_B: {code: 1, message: a}\n");
	add_module(shop, "module: t_a\ncodes:\n  B: {code: 1, message: a}\n");
	assert_string_equal(check(shop), "");
	add_module(shop,
		"module: u\ncodes:\n  A_B: {code: 1, message: a}\n  a_b: {code: 2, message: a}\n");
	assert_non_null(
		strstr(check(shop), "error: a_b and A_B both become U_A_B in the target c"));
	assert_int_equal(shop->bench.sink.errors, 1);
}

static void
one_prefix_in_two_modules_is_said_once(void **state)
{
	add_module(*state, "module: t\ncodes:\n  A: {code: 1, message: a}\n");
	add_module(*state, "module: u\nprefix: t\ncodes:\n  B: {code: 1, message: a}\n");
	assert_non_null(
		strstr(check(*state), "t:1:9: error: u and t both become t_code in the target c"));
	assert_int_equal(((struct shop *)*state)->bench.sink.errors, 1);
}

static void
headers_hide_none_of_the_system(void **state)
{
	add_module(*state, "module: string\ncodes:\n  A: {code: 1, message: a}\n");
	assert_non_null(
		strstr(check(*state), "t:1:9: error: string becomes string.h, which is reserved"));
}

static void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* Checks with a template of its own; the rest of the target is the built-in one. */
static const char *
check_with(struct shop *shop, const char *template)
{
	char folder[] = "/tmp/errspec-names-XXXXXX", path[64];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/c", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/c/names.mustache", folder);
	write_file(path, template);
	snprintf(path, sizeof(path), "%s/", folder);
	struct library library = {0};
	assert_true(library_fill(&library, &shop->bench.load, str_from(path), NULL));
	shop->target = target_open(&shop->bench.load, &shop->store, &(struct vec){0}, &library,
		(struct text){"c", 1, 0}, 0);
	assert_non_null(shop->target);
	const char *report = check(shop);
	snprintf(path, sizeof(path), "%s/c/names.mustache", folder);
	unlink(path);
	snprintf(path, sizeof(path), "%s/c", folder);
	rmdir(path);
	rmdir(folder);
	return report;
}

static void
what_is_no_identifier_is_refused(void **state)
{
	struct shop *shop = *state;
	add_module(shop,
		"module: t\ncodes:\n  A_B: {code: 1, message: a}\n  C: {code: 2, message: a}\n");
	const char *report = check_with(shop, "{{#codes}}\n{{name.kebab}} {{name}}\n{{/codes}}\n");
	assert_non_null(
		strstr(report, "t:3:3: error: A_B becomes 'a-b' in the target c, which is not"));
	assert_int_equal(shop->bench.sink.errors, 1);
}

/* Two modules may share a macro; a code that is called as it in either of them is a conflict. */
static void
rule_2_shared_words_meet_no_others(void **state)
{
	struct shop *shop = *state;
	const char *template =
		"{{#codes}}\n{{name}} {{name}}\n{{/codes}}\n+EXPORT all\n+code vars.x\n";
	add_module(shop, "module: t\ncodes:\n  A: {code: 1, message: a}\n");
	add_module(shop, "module: u\ncodes:\n  B: {code: 1, message: a}\n");
	assert_string_equal(check_with(shop, template), "");
	add_module(shop, "module: v\ncodes:\n  EXPORT: {code: 1, message: a}\n");
	const char *report = check_with(shop, template);
	assert_non_null(strstr(report, "t:3:3: error: EXPORT and all both become EXPORT"));
	assert_int_equal(shop->bench.sink.errors, 1);
}

/* Who owns a word is known by name when all else has been rendered. */
static void
rule_2_owners_outlive_what_was_rendered(void **state)
{
	struct shop *shop = *state;
	const char *template =
		"{{#codes}}\n{{name}} {{name}}\n{{/codes}}\nEXPORT all\nown vars.of_all\n";
	add_module(shop,
		"module: t\ncodes:\n  EXPORT: {code: 1, message: a}\n  own: {code: 2, message: "
		"b}\n");
	const char *report = check_with(shop, template);
	assert_non_null(strstr(report, "error: all and EXPORT both become EXPORT"));
	assert_non_null(strstr(report, "error: t and own both become own"));
	assert_string_equal(VEC_AT(&shop->bench.sink.items, struct diag *, 1)->help.data,
		"give the module another name, or the var 'of_all' another value");
	assert_int_equal(shop->bench.sink.errors, 2);
}

/* More lines than a chunk holds, so that lines break between chunks; the last name merges. */
static void
many_names_are_read_whole(void **state)
{
	struct shop *shop = *state;
	struct buf text = {0};
	buf_add(&text, STR("module: t\ncodes:\n"));
	for (int i = 0; i < 6000; i++) {
		buf_format(&text, "  NAME_%d: {code: %d, message: a}\n", i, i);
	}
	buf_add(&text, STR("  name_17: {code: 6000, message: a}\n"));
	add_module(shop, arena_copy(&shop->bench.arena, buf_str(&text)).data);
	buf_free(&text);
	const char *report = check(shop);
	assert_non_null(strstr(report, "error: name_17 and NAME_17 both become T_NAME_17"));
	assert_int_equal(shop->bench.sink.errors, 1);
}

static void
types_are_checked(void **state)
{
	struct shop *shop = *state;
	uint8_t int32 = TYPE_INT32;
	shop->target->types = (struct vec){&int32, 1, 1};
	add_module(shop, "module: t\ntype: uint64\ncodes:\n  A: {code: 1, message: a}\n");
	assert_non_null(strstr(
		check(shop), "t:1:9: error: uint64 does not fit the target c, which takes int32"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(usual_names_are_fine, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rule_2_casing_merges_names, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rule_2_symbols_are_checked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			rule_2_generated_words_are_taken, set_up, tear_down),
		cmocka_unit_test_setup_teardown(one_namespace_holds_all_modules, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			one_prefix_in_two_modules_is_said_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(headers_hide_none_of_the_system, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_no_identifier_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			rule_2_shared_words_meet_no_others, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			rule_2_owners_outlive_what_was_rendered, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_namespace_may_be_a_module, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_names_are_read_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(types_are_checked, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
