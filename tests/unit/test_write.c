/* Records as YAML: what is written is read as the same record, and stands as people write it. */
#include "spec/write.h"

#include <glob.h>
#include <stdlib.h>

#include "base/disk.h"
#include "base/file.h"
#include "spec/catalogue.h"
#include "spec/dump.h"
#include "spec/load.h"

#include "bench.h"

static void *
read_as(struct bench *bench, const struct record *record, struct str text)
{
	void *base = arena_alloc(&bench->arena, record->size);
	uint32_t source = source_add(&bench->sources, STR("t"), text, SOURCE_CHARACTERS);
	return load_record(&bench->load, record, base, source, text) ? base : NULL;
}

static struct str
dumped(struct bench *bench, const struct record *record, const void *base)
{
	struct buf buf = {0};
	struct json json = {.buf = &buf};
	dump_record(&json, record, base);
	struct str text = arena_copy(&bench->arena, buf_str(&buf));
	buf_free(&buf);
	return text;
}

static struct str
written(struct bench *bench, const struct record *record, const void *base)
{
	struct buf buf = {0};
	write_file(&buf, record, base, STR("errspec.schema.json"));
	struct str text = arena_copy(&bench->arena, buf_str(&buf));
	buf_free(&buf);
	return text;
}

/* Writes what the text says, and reads it again. */
static void
assert_comes_back(struct bench *bench, const struct record *record, const void *base)
{
	struct str once = written(bench, record, base);
	const void *again = read_as(bench, record, once);
	if (again == NULL) {
		fail_msg("%s\n%s", bench_report(bench), once.data);
	}
	assert_string_equal(dumped(bench, record, again).data, dumped(bench, record, base).data);
	assert_string_equal(written(bench, record, again).data, once.data);
}

/* Each file that can be read as a record comes back; returns how many there were. */
static int
try_files(struct bench *bench, const char *pattern)
{
	static const struct record *const records[] = {&module_record, &catalogue_record};
	int tried = 0;
	glob_t found;
	assert_int_equal(glob(pattern, 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct str text;
		if (!disk_slurp(&bench->arena, str_from(found.gl_pathv[i]), &(struct disk_file){0},
			    &text)) {
			continue;
		}
		for (size_t j = 0; j < 2; j++) {
			const void *base = read_as(bench, records[j], text);
			bench->sink.items.count = 0;
			if (base != NULL) {
				assert_comes_back(bench, records[j], base);
				tried++;
			}
		}
	}
	globfree(&found);
	return tried;
}

static void
the_specs_of_the_repository_come_back(void **state)
{
	assert_true(try_files(*state, TEMPLATES "/../spec/*.yaml") >= 3);
	assert_true(try_files(*state, TEMPLATES "/../spec/*/*.yaml") >= 6);
	assert_true(try_files(*state, TEMPLATES "/../tests/golden/spec/*.yaml") >= 40);
	assert_true(try_files(*state, TEMPLATES "/../tests/golden/spec/*/*.yaml") >= 10);
}

static const char *const hostile[] = {"~", "null", "0x1F", "1e3", "yes", "NO", "12:30", "1_000",
	"2026-11-21", "=", "<<", "- a", "-", "-5", "?", "? a", ":", ": a", "a: b", "a:", "a :b",
	"a #b", "#a", "a#b", " a", "a ", "%a", "@a", "`a", "!a", "!!str a", "&a", "*a", "|", ">",
	"[a]", "{a}", "a, b", "]", "\"a\"", "'a'", "a\"b", "a'b", "\"a'b", "\\", "a\\nb", "a\tb",
	"\ta", "---", "...", "a\u00e9\u9519\u8bef", "\u9519\u8bef\uff1a \u7801", "\u00a0a",
	"base+1", "\U0001F600", "{path} is bad: {why}"};

static const char *const blocks[] = {"a\nb", "a\n\nb", " a\nb", "\ta\nb", "\na\nb", "\n\na",
	"a \nb\t", "a\n  \nb", "a\n b\n  c", "# a\n# b", "- a\n- b", "a: b\nc: d", "  \na", "a\n ",
	"---\na", "...\n---", "```\n\tx\n```", "| a |\n| - |", "\u9519\n\u8bef", "a\n\n\n b\n"};

static void
hostile_texts_come_back(void **state)
{
	struct bench *bench = *state;
	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
		struct str text = str_from(hostile[i]);
		struct text as_text = text_from(text, 0);
		struct pair pair = {as_text, as_text};
		struct number number = {.string = &as_text, .kind = NUMBER_STRING};
		struct prose_list list = {.lead = as_text};
		VEC_PUSH(&list.items, &bench->arena, struct text, as_text);
		VEC_PUSH(&list.items, &bench->arena, struct text, as_text);
		struct code code = {.name = text_from(STR("null"), 0),
			.number = number,
			.title = as_text,
			.description = as_text,
			.causes = {.list = &list, .shape = PROSE_LIST},
			.actions = {.text = as_text, .shape = PROSE_PARAGRAPH}};
		struct module module = {.name = text_from(STR("t"), 0), .type = TYPE_STRING};
		VEC_PUSH(&module.metadata, &bench->arena, struct pair *, &pair);
		VEC_PUSH(&module.codes, &bench->arena, struct code *, &code);
		if (str_starts(text, STR("base+"))) {
			code.number = (struct number){.integer = 1, .kind = NUMBER_SIGNED};
		}
		assert_comes_back(bench, &module_record, &module);
	}
}

static void
blocks_come_back(void **state)
{
	struct bench *bench = *state;
	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
		struct text text = text_from(str_from(blocks[i]), 0);
		while (text.length > 0 && text.data[text.length - 1] == '\n') {
			text.length--; /* the reader takes them for the block's own */
		}
		struct prose_list list = {.lead = text};
		VEC_PUSH(&list.items, &bench->arena, struct text, text);
		struct code code = {.name = text_from(STR("A"), 0),
			.number = {.integer = INT64_MIN, .kind = NUMBER_SIGNED},
			.description = text,
			.causes = {.list = &list, .shape = PROSE_LIST},
			.actions = {.text = text, .shape = PROSE_BLOCK}};
		struct module module = {.name = text_from(STR("t"), 0), .intro = text};
		VEC_PUSH(&module.codes, &bench->arena, struct code *, &code);
		assert_comes_back(bench, &module_record, &module);
	}
}

static void
free_data_comes_back(void **state)
{
	struct bench *bench = *state;
	const void *base = read_as(bench, &catalogue_record,
		STR("catalogue: c\nmodules: [m.yaml]\ntargets:\n  c:\n    vars:\n"
		    "      empty: {}\n      none: []\n      nothing: ~\n      n: 1.10\n"
		    "      yes_: \"yes\"\n      deep: {a: [1, {b: \"a\\nb\"}], \"x: y\": 0x1}\n"
		    "      b: true\n      s: \"1\"\n"));
	assert_non_null(base);
	assert_comes_back(bench, &catalogue_record, base);
}

static void
it_looks_as_people_write_it(void **state)
{
	struct bench *bench = *state;
	static const char text[] = "# yaml-language-server: $schema=errspec.schema.json\n"
				   "module: m\n"
				   "type: uint32\n"
				   "base: 100\n"
				   "ranges: [100-199, 501]\n"
				   "metadata:\n"
				   "  Kit: Image Kit\n"
				   "  Owner: \"@someone\"\n"
				   "intro: |-\n"
				   "  Two\n"
				   "\n"
				   "  lines.\n"
				   "codes:\n"
				   "  A:\n"
				   "    code: base+1\n"
				   "    message: \"a: {b}\"\n"
				   "    causes:\n"
				   "      - One.\n"
				   "      - |-\n"
				   "        Two\n"
				   "        lines.\n"
				   "    actions:\n"
				   "      lead: 'Say \"please\":'\n"
				   "      items:\n"
				   "        - Please.\n"
				   "    params:\n"
				   "      b: string\n"
				   "    aliases: [B, C]\n"
				   "    links:\n"
				   "      - title: T\n"
				   "        url: https://example.org/\n"
				   "\n"
				   "  D:\n"
				   "    code: 18446744073709551615\n"
				   "    title: \u9519\u8bef\n";
	const void *base = read_as(bench, &module_record, str_from(text));
	assert_non_null(base);
	assert_string_equal(written(bench, &module_record, base).data, text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_specs_of_the_repository_come_back, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			hostile_texts_come_back, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(blocks_come_back, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			free_data_comes_back, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			it_looks_as_people_write_it, bench_set_up, bench_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
