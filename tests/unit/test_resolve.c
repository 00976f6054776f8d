/* What a spec leaves unsaid, and what templates see besides. */
#include "spec/catalogue_load.h"
#include "spec/resolve.h"
#include "spec/spelling.h"

#include "scratch.h"

static const struct module *
load_module(struct world *world, const char *text)
{
	struct catalogue *catalogue =
		catalogue_load_text(&world->bench.load, STR("t"), str_from(text));
	if (catalogue == NULL) {
		fail_msg("%s", bench_report(&world->bench));
	}
	resolve_derived(&world->bench.load, catalogue);
	assert_int_equal(catalogue->modules.count, 1);
	return VEC_AT(&catalogue->modules, struct module *, 0);
}

static const struct code *
code_of(const struct module *module, const char *name)
{
	const struct code *code = module_find(module, str_from(name));
	assert_non_null(code);
	return code;
}

static void
assert_text(struct text text, const char *expected)
{
	assert_true(str_equal(text_str(text), str_from(expected)));
}

static void
messages_come_from_other_texts(void **state)
{
	const struct module *module = load_module(*state,
		"module: t\n"
		"codes:\n"
		"  ALL: {code: 1, title: T, message: M, description: D}\n"
		"  NONE: {code: 2, title: T, description: D}\n"
		"  LONG: {code: 3, title: T, description: \"D\\nE\"}\n"
		"  TITLE: {code: 4, title: T}\n");
	assert_text(code_of(module, "ALL")->message, "M");
	assert_text(code_of(module, "NONE")->message, "D");
	assert_text(code_of(module, "LONG")->message, "T");
	assert_text(code_of(module, "TITLE")->message, "T");
	assert_true(code_of(module, "ALL")->has_message);
	assert_false(code_of(module, "NONE")->has_message);
	assert_false(code_of(module, "TITLE")->has_message);
}

static void
defaults_are_filled_in(void **state)
{
	struct world *world = *state;
	struct catalogue *catalogue = catalogue_load_text(
		&world->bench.load, STR("t"), STR("module: t\ncodes: {A: {code: 1, title: T}}\n"));
	assert_non_null(catalogue);
	const struct module *module = VEC_AT(&catalogue->modules, struct module *, 0);
	assert_text(catalogue->name, "t");
	assert_text(catalogue->language, "en");
	assert_text(module->prefix, "t");
	assert_int_equal(module->type, TYPE_INT32);
	assert_int_equal(code_of(module, "A")->status, STATUS_ACTIVE);
	const struct module *other = load_module(*state,
		"module: t\nprefix: p\ntype: uint64\ncodes: {A: {code: 1, title: T, status: "
		"retired}}\n");
	assert_text(other->prefix, "p");
	assert_int_equal(other->type, TYPE_UINT64);
	assert_int_equal(code_of(other, "A")->status, STATUS_RETIRED);
}

static void
numbers_are_shown_as_people_want(void **state)
{
	const struct module *module = load_module(*state,
		"module: t\n"
		"display: ES0000\n"
		"codes:\n"
		"  A: {code: 7, title: T}\n"
		"  B: {code: 12345, title: T}\n"
		"  C: {code: -7, title: T}\n"
		"  D: {code: 0, title: T}\n");
	char digits[NUMBER_DIGITS];
	assert_true(str_equal(code_spelling(code_of(module, "A"), digits), STR("ES0007")));
	assert_true(str_equal(code_spelling(code_of(module, "B"), digits), STR("ES12345")));
	assert_true(str_equal(code_spelling(code_of(module, "C"), digits), STR("ES-0007")));
	assert_true(str_equal(code_spelling(code_of(module, "D"), digits), STR("ES0000")));
	module = load_module(*state, "module: t\ncodes: {A: {code: 0x10, title: T}}\n");
	assert_true(str_equal(code_spelling(code_of(module, "A"), digits), STR("16")));
}

static void
the_ends_of_a_type_are_known(void **state)
{
	static const struct {
		const char *type, *low, *high;
	} ends[] = {
		{"int32", "-2147483648", "2147483647"},
		{"uint32", "0", "4294967295"},
		{"int64", "-9223372036854775808", "9223372036854775807"},
		{"uint64", "0", "18446744073709551615"},
	};
	struct world *world = *state;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct buf text = {0};
		buf_format(&text,
			"module: t\ntype: %s\ncodes: {A: {code: %s, title: T}, "
			"B: {code: 5, title: T}, C: {code: %s, title: T}}\n",
			ends[i].type, ends[i].low, ends[i].high);
		const struct module *module =
			load_module(world, arena_copy(&world->bench.arena, buf_str(&text)).data);
		buf_free(&text);
		assert_true(code_of(module, "A")->is_lowest);
		assert_false(code_of(module, "A")->is_highest);
		assert_false(code_of(module, "B")->is_lowest || code_of(module, "B")->is_highest);
		assert_true(code_of(module, "C")->is_highest);
		assert_false(code_of(module, "C")->is_lowest);
	}
}

static void
codes_are_sorted_twice(void **state)
{
	const struct module *module = load_module(*state,
		"module: t\n"
		"type: int64\n"
		"base: 100\n"
		"codes:\n"
		"  b: {code: base+1, title: T}\n"
		"  a: {code: -9223372036854775808, title: T}\n"
		"  C: {code: 0x64, title: T, aliases: [OLD]}\n"
		"  d: {code: 3, title: T, severity: error}\n");
	static const char *const by_code[] = {"a", "d", "C", "b"};
	static const char *const by_name[] = {"C", "a", "b", "d"};
	for (uint32_t i = 0; i < 4; i++) {
		assert_text(VEC_AT(&module->by_code, struct code *, i)->name, by_code[i]);
		assert_text(VEC_AT(&module->by_name, struct code *, i)->name, by_name[i]);
		assert_int_equal(code_of(module, by_code[i])->rank, i);
		assert_int_equal(code_of(module, by_code[i])->is_lowest, i == 0);
	}
	assert_int_equal(code_of(module, "b")->number.integer, 101);
	assert_ptr_equal(code_of(module, "OLD"), code_of(module, "C"));
	assert_null(module_find(module, STR("NEW")));
	assert_true(module->has_severity);
}

/* The same answers with the table that replacements bring as without it. */
static void
names_are_found_in_a_table(void **state)
{
	const struct module *module = load_module(*state,
		"module: t\n"
		"codes:\n"
		"  A: {code: 1, title: T, status: deprecated, replaced_by: OLD}\n"
		"  B: {code: 2, title: T, aliases: [OLD, OLDER]}\n");
	assert_non_null(module->names);
	assert_ptr_equal(code_of(module, "OLD"), code_of(module, "B"));
	assert_ptr_equal(code_of(module, "OLDER"), code_of(module, "B"));
	assert_null(module_find(module, STR("C")));
}

static void
spellings_are_made_when_asked_for(void **state)
{
	struct module *module = (struct module *)(uintptr_t)load_module(*state,
		"module: t\n"
		"codes:\n"
		"  b: {code: 1, title: T, aliases: [a, Z, c]}\n"
		"  Y: {code: 2, title: T}\n"
		"  b2: {code: 3, title: T}\n");
	static const char *const names[] = {"Y", "Z", "a", "b", "b2", "c"};
	static const int64_t codes[] = {2, 1, 1, 1, 3, 1};
	const struct field *field = field_find(&module_record, STR("spellings"), 0);
	assert_int_equal(module->spellings.count, 0);
	for (int time = 0; time < 2; time++) {
		field_maker(&module_record, field)(
			((struct world *)*state)->bench.load.arena, module);
		assert_int_equal(module->spellings.count, 6);
	}
	for (uint32_t i = 0; i < 6; i++) {
		const struct spelling *spelling = VEC_AT(&module->spellings, struct spelling *, i);
		assert_text(spelling->name, names[i]);
		assert_int_equal(spelling->code->number.integer, codes[i]);
		assert_int_equal(spelling->is_alias,
			!str_equal(text_str(spelling->name), text_str(spelling->code->name)));
	}
}

static void
replacements_are_followed(void **state)
{
	const struct module *module = load_module(*state,
		"module: t\n"
		"codes:\n"
		"  A: {code: 1, title: T, status: deprecated, replaced_by: B}\n"
		"  B: {code: 2, title: T, since: \"1\"}\n");
	assert_ptr_equal(code_of(module, "A")->rare->replacement, code_of(module, "B"));
	assert_null(code_of(module, "B")->rare->replacement);
}

static void
documents_are_filled_in(void **state)
{
	struct world *world = *state;
	scratch_put("m.yaml",
		"module: m\ntitle: Codes\ncodes:\n"
		"  A: {code: 2, title: T}\n  B: {code: 1, title: T}\n");
	scratch_put("c.yaml",
		"catalogue: c\nmodules: [m.yaml]\ndocuments:\n  d:\n"
		"    layout: x\n"
		"    parts: [{module: m}]\n"
		"    columns: [{heading: H, field: code}]\n"
		"    labels: {message: Message, causes: Cause}\n"
		"    relabel: {B: {causes: Reason}}\n");
	struct catalogue *catalogue = catalogue_load(&world->bench.load, STR("c.yaml"));
	assert_non_null(catalogue);
	resolve_derived(&world->bench.load, catalogue);
	const struct document *document = VEC_AT(&catalogue->documents, struct document *, 0);
	const struct part *part = VEC_AT(&document->parts, struct part *, 0);
	assert_text(document->title, "Codes");
	assert_int_equal(part->columns.count, 1);
	assert_int_equal(part->entries.count, 2);
	const struct entry *a = VEC_AT(&part->entries, struct entry *, 0);
	const struct entry *b = VEC_AT(&part->entries, struct entry *, 1);
	assert_text(a->code->name, "A");
	assert_text(a->labels->causes, "Cause");
	assert_text(b->labels->causes, "Reason");
	assert_text(b->labels->message, "Message");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			messages_come_from_other_texts, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			defaults_are_filled_in, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			numbers_are_shown_as_people_want, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			the_ends_of_a_type_are_known, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			codes_are_sorted_twice, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			names_are_found_in_a_table, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			spellings_are_made_when_asked_for, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			replacements_are_followed, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			documents_are_filled_in, world_set_up, world_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
