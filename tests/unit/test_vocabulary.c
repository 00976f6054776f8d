/* The vocabulary: phrases as documents write them, each with one meaning. */
#include "read/vocabulary.h"

#include "bench.h"
#include "embed/embedded.h"

struct world {
	struct bench bench;
	struct vocabulary *vocabulary;
};

static void
world_open(struct world *world)
{
	bench_open(&world->bench);
	world->vocabulary = vocabulary_load(&world->bench.load);
	assert_non_null(world->vocabulary);
}

static void
expect(const struct world *world, const char *phrase, int word)
{
	assert_int_equal(vocabulary_find(world->vocabulary, str_from(phrase)), word);
}

static void
marks_and_case_do_not_count(void **state)
{
	struct world world;
	(void)state;
	world_open(&world);
	expect(&world, "error message", FOUND_MESSAGE);
	expect(&world, "  **Error   Message:** ", FOUND_MESSAGE);
	expect(&world, "<b>ERROR&nbsp;MESSAGE</b>", FOUND_MESSAGE);
	expect(&world, "Error Message (msg)", FOUND_MESSAGE);
	expect(&world, "错误信息：", FOUND_MESSAGE);
	expect(&world, "错误码（ErrorCode）", FOUND_CODE);
	expect(&world, "解決策&nbsp;&nbsp;", FOUND_ACTIONS);
	expect(&world, "ошибка", WORD_UNKNOWN);
	expect(&world, "Error Messages are shown", WORD_UNKNOWN);
	expect(&world, "", WORD_UNKNOWN);
	bench_close(&world.bench);
}

static void
many_languages_are_known(void **state)
{
	struct world world;
	(void)state;
	world_open(&world);
	expect(&world, "可能原因", FOUND_CAUSES);
	expect(&world, "錯誤原因", FOUND_CAUSES);
	expect(&world, "エラー原因", FOUND_CAUSES);
	expect(&world, "오류 원인", FOUND_CAUSES);
	expect(&world, "Causas possíveis", FOUND_CAUSES);
	expect(&world, "Kemungkinan Penyebab", FOUND_CAUSES);
	expect(&world, "Mögliche Ursachen", FOUND_CAUSES);
	expect(&world, "Causes possibles", FOUND_CAUSES);
	expect(&world, "Posibles causas", FOUND_CAUSES);
	expect(&world, "Возможные причины", FOUND_CAUSES);
	expect(&world, "Possibili cause", FOUND_CAUSES);
	expect(&world, "Olası nedenler", FOUND_CAUSES);
	expect(&world, "Możliwe przyczyny", FOUND_CAUSES);
	expect(&world, "Nguyên nhân", FOUND_CAUSES);
	expect(&world, "الأسباب المحتملة", FOUND_CAUSES);
	expect(&world, "其他", WORD_CATCH_ALL);
	bench_close(&world.bench);
}

/* The file writes each phrase on a line of its own. */
static void
no_phrase_stands_twice(void **state)
{
	struct world world;
	struct str text = embedded_find(STR("read/vocabulary.yaml"));
	uint32_t count = 0;
	(void)state;
	world_open(&world);
	for (size_t at = str_search(text, 0, STR("\n  - ")); at < text.length;
		at = str_search(text, at + 1, STR("\n  - "))) {
		count++;
	}
	assert_true(count > 400);
	assert_int_equal(world.vocabulary->words.count, count);
	bench_close(&world.bench);
}

static void
files_of_people_go_before(void **state)
{
	struct world world;
	struct str text = STR("vocabulary: ours\nactions: [Homework]\ncauses: [Description]\n");
	(void)state;
	world_open(&world);
	expect(&world, "Homework", WORD_UNKNOWN);
	uint32_t source =
		source_add(&world.bench.sources, STR("ours.yaml"), text, SOURCE_CHARACTERS);
	assert_true(vocabulary_add(world.vocabulary, &world.bench.load, source, text));
	expect(&world, "Homework", FOUND_ACTIONS);
	expect(&world, "Description", FOUND_CAUSES);
	expect(&world, "Error Message", FOUND_MESSAGE);
	bench_close(&world.bench);
}

static void
faults_are_reported(void **state)
{
	struct world world;
	struct str text = STR("vocabulary: ours\nreasons: [Homework]\n");
	(void)state;
	world_open(&world);
	uint32_t source =
		source_add(&world.bench.sources, STR("ours.yaml"), text, SOURCE_CHARACTERS);
	assert_false(vocabulary_add(world.vocabulary, &world.bench.load, source, text));
	assert_int_equal(world.bench.sink.errors, 1);
	expect(&world, "Error Message", FOUND_MESSAGE);
	bench_close(&world.bench);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_and_case_do_not_count),
		cmocka_unit_test(many_languages_are_known),
		cmocka_unit_test(no_phrase_stands_twice),
		cmocka_unit_test(files_of_people_go_before),
		cmocka_unit_test(faults_are_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
