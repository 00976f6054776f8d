/* Adding to YAML files: every byte stays, and what cannot be added to is said. */
#include <stdlib.h>

#include "spec/amend.h"
#include "spec/catalogue.h"

#include "bench.h"

struct world {
	struct bench bench;
	struct vec codes; /* struct code *: X */
	struct vec files; /* struct text: new.yaml */
	struct vec documents; /* struct document *: x */
};

static struct text
text(const char *bytes)
{
	return text_from(str_from(bytes), 0);
}

static int
open_world(void **state)
{
	struct world *world = calloc(1, sizeof(*world));
	struct arena *arena = &world->bench.arena;
	bench_open(&world->bench);
	struct code *code = arena_alloc(arena, sizeof(*code));
	*code = (struct code){.name = text("X"),
		.number = {.integer = 9, .kind = NUMBER_SIGNED},
		.message = text("a: b")};
	VEC_PUSH(&world->codes, arena, struct code *, code);
	struct document *document = arena_alloc(arena, sizeof(*document));
	struct part *part = arena_alloc(arena, sizeof(*part));
	part->name = text("m");
	*document = (struct document){.name = text("x"), .layout = text("markdown_sections")};
	VEC_PUSH(&document->parts, arena, struct part *, part);
	VEC_PUSH(&world->documents, arena, struct document *, document);
	VEC_PUSH(&world->files, arena, struct text, text("new.yaml"));
	*state = world;
	return 0;
}

static int
close_world(void **state)
{
	struct world *world = *state;
	bench_close(&world->bench);
	free(world);
	return 0;
}

static void
assert_adds(struct world *world, const struct record *record, const char *key, const char *before,
	const char *after)
{
	bool is_module = record == &module_record;
	const struct vec *items = is_module                ? &world->codes
		: str_equal(str_from(key), STR("modules")) ? &world->files
							   : &world->documents;
	struct amend amend = {&world->bench.load, record, STR("t.yaml"), str_from(before)};
	struct str addition = STR("");
	if (!amend_add(&amend, str_from(key), items, &addition)) {
		fail_msg("%s", bench_report(&world->bench));
	}
	assert_string_equal(arena_copy(&world->bench.arena, amend.text).data, after);
}

static void
codes_come_last(void **state)
{
	struct world *world = *state;
	assert_adds(world, &module_record, "codes",
		"# head\nmodule: m\ncodes:\n  A:\n    code: 1 # one\n\n  # of B\n  B:\n    code: "
		"2\n"
		"    description: |\n      a\n\n      # no comment\n\n  # the end\n\n",
		"# head\nmodule: m\ncodes:\n  A:\n    code: 1 # one\n\n  # of B\n  B:\n    code: "
		"2\n"
		"    description: |\n      a\n\n      # no comment\n\n  X:\n    code: 9\n"
		"    message: \"a: b\"\n\n  # the end\n\n");
	assert_adds(world, &module_record, "codes", "module: m\ncodes:\n    A:\n       code: 1",
		"module: m\ncodes:\n    A:\n       code: 1\n\n    X:\n       code: 9\n"
		"       message: \"a: b\"\n");
	assert_adds(world, &module_record, "codes",
		"module: m\ncodes:\n  A: {code: 1, title: T}\n  B: {code: 2, title: T}\n# "
		"t\ntitle: t\n",
		"module: m\ncodes:\n  A: {code: 1, title: T}\n  B: {code: 2, title: T}\n"
		"  X:\n    code: 9\n    message: \"a: b\"\n# t\ntitle: t\n");
}

static void
an_empty_map_is_opened(void **state)
{
	assert_adds(*state, &module_record, "codes", "module: m\ncodes: {} # none\n\n# end\n",
		"module: m\ncodes:  # none\n  X:\n    code: 9\n    message: \"a: b\"\n\n# end\n");
}

static void
line_ends_and_marks_stay(void **state)
{
	assert_adds(*state, &module_record, "codes",
		"\xEF\xBB\xBFmodule: m\r\ntitle: \u9519\u8bef\r\ncodes:\r\n  A:\r\n    code: 1\r\n",
		"\xEF\xBB\xBFmodule: m\r\ntitle: \u9519\u8bef\r\ncodes:\r\n  A:\r\n    code: 1\r\n"
		"\r\n  X:\r\n    code: 9\r\n    message: \"a: b\"\r\n");
}

static void
catalogues_get_modules_and_documents(void **state)
{
	struct world *world = *state;
	assert_adds(world, &catalogue_record, "modules",
		"catalogue: c\nmodules:\n- a.yaml # a\n# x\ntargets:\n  c: {}\n",
		"catalogue: c\nmodules:\n- a.yaml # a\n- new.yaml\n# x\ntargets:\n  c: {}\n");
	assert_adds(world, &catalogue_record, "documents",
		"catalogue: c\nmodules:\n  - a.yaml\n\n# made\ntargets:\n  c: {}\n",
		"catalogue: c\nmodules:\n  - a.yaml\ndocuments:\n  x:\n    layout: "
		"markdown_sections\n"
		"    parts:\n      - module: m\n\n# made\ntargets:\n  c: {}\n");
	assert_adds(world, &catalogue_record, "documents",
		"catalogue: c\nmodules: [a.yaml]\ndocuments:\n  y: {layout: z, parts: [{module: "
		"a}]}\n",
		"catalogue: c\nmodules: [a.yaml]\ndocuments:\n"
		"  y: {layout: z, parts: [{module: a}]}\n  x:\n    layout: markdown_sections\n"
		"    parts:\n      - module: m\n");
}

static void
lists_in_brackets_grow(void **state)
{
	struct world *world = *state;
	assert_adds(world, &catalogue_record, "modules",
		"catalogue: c\nmodules: [a.yaml, \"b.yaml\" ] # both\ntitle: t\n",
		"catalogue: c\nmodules: [a.yaml, \"b.yaml\" , new.yaml] # both\ntitle: t\n");
	assert_adds(world, &catalogue_record, "modules",
		"catalogue: c\nmodules: [\n  a.yaml\n  ]\n",
		"catalogue: c\nmodules: [\n  a.yaml\n  , new.yaml]\n");
}

static void
assert_refuses(struct world *world, const char *key, const char *before, const char *lines)
{
	struct amend amend = {
		&world->bench.load, &catalogue_record, STR("t.yaml"), str_from(before)};
	struct str addition = STR("");
	assert_false(amend_add(&amend, str_from(key), &world->files, &addition));
	assert_string_equal(addition.data, lines);
	assert_true(str_equal(amend.text, str_from(before)));
	assert_int_equal(world->bench.sink.errors, 1);
	assert_int_equal(
		VEC_AT(&world->bench.sink.items, struct diag *, 0)->code, ERRSPEC_CANNOT_AMEND);
	world->bench.sink.items.count = 0;
	world->bench.sink.errors = 0;
}

static void
other_forms_are_refused(void **state)
{
	struct world *world = *state;
	assert_refuses(
		world, "modules", "catalogue: c\nmodules: [\"a].yaml\"]\n", "  - new.yaml\n");
	assert_refuses(
		world, "modules", "{catalogue: c, modules: []}\n", "modules:\n  - new.yaml\n");
	assert_refuses(
		world, "modules", "catalogue: c\nmodules:\n  - a.yaml\n...\n", "  - new.yaml\n");
	assert_refuses(world, "modules", "  catalogue: c\n  modules:\n    - a.yaml\n",
		"modules:\n  - new.yaml\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(codes_come_last, open_world, close_world),
		cmocka_unit_test_setup_teardown(an_empty_map_is_opened, open_world, close_world),
		cmocka_unit_test_setup_teardown(line_ends_and_marks_stay, open_world, close_world),
		cmocka_unit_test_setup_teardown(
			catalogues_get_modules_and_documents, open_world, close_world),
		cmocka_unit_test_setup_teardown(lists_in_brackets_grow, open_world, close_world),
		cmocka_unit_test_setup_teardown(other_forms_are_refused, open_world, close_world),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
