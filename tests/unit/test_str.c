/* Slices, numbers and tables: the small things that all else stands on. */
#include "bench.h"

#include "base/limits.h"
#include "base/table.h"
#include "base/vec.h"

static void
orders_bytes(void **state)
{
	(void)state;
	assert_int_equal(str_compare(STR(""), STR("")), 0);
	assert_true(str_compare(STR("a"), STR("ab")) < 0);
	assert_true(str_compare(STR("b"), STR("ab")) > 0);
	assert_true(str_compare(STR("Z"), STR("a")) < 0);
	assert_true(str_compare(STR("a"), STR("\xC3\xA9")) < 0);
	assert_true(str_equal_fold(STR("ReadMe"), STR("rEADmE")));
	assert_false(str_equal_fold(STR("\xC3\x89"), STR("\xC3\xA9")));
	assert_false(str_equal_fold(STR("a"), STR("ab")));
	assert_true(str_equal((struct str){NULL, 0}, STR("")));
}

static void
finds_what_is_there(void **state)
{
	(void)state;
	struct str text = STR("abcabc");
	assert_int_equal(str_find(text, 0, 'c'), 2);
	assert_int_equal(str_find(text, 3, 'c'), 5);
	assert_int_equal(str_find(text, 6, 'a'), 6);
	assert_int_equal(str_find(text, 99, 'a'), 6);
	assert_int_equal(str_find(text, 0, 'x'), 6);
	assert_int_equal(str_search(text, 1, STR("abc")), 3);
	assert_int_equal(str_search(text, 4, STR("abc")), 6);
	assert_int_equal(str_search(text, 0, STR("abcabcd")), 6);
	assert_int_equal(str_search(STR(""), 0, STR("a")), 0);
	assert_true(
		str_starts(text, STR("")) && str_starts(text, text) && str_ends(text, STR("bc")));
	assert_false(str_starts(STR("a"), STR("ab")) || str_ends(STR("b"), STR("ab")));
}

static void
trims_both_ends(void **state)
{
	(void)state;
	assert_true(str_equal(str_trim(STR(" \t\r\n a b \n")), STR("a b")));
	assert_true(str_equal(str_trim(STR(" \n ")), STR("")));
	assert_true(str_equal(str_trim(STR("")), STR("")));
}

static void
rule_2_names_are_an_ascii_list(void **state)
{
	(void)state;
	static const char *const names[] = {"a", "Z9", "a_b", "A__"};
	static const char *const others[] = {"", "_a", "9a", "a-b", "a b", "\xC3\xA9", "a\n"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		assert_true(str_is_name(str_from(names[i])));
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		assert_false(str_is_name(str_from(others[i])));
	}
}

static void
measures_distance(void **state)
{
	(void)state;
	assert_int_equal(str_distance(STR("message"), STR("mesage")), 1);
	assert_int_equal(str_distance(STR("list"), STR("lsit")), 1);
	assert_int_equal(str_distance(STR("Title"), STR("title")), 0);
	assert_int_equal(str_distance(STR(""), STR("abc")), 3);
	assert_int_equal(str_distance(STR("kitten"), STR("sitting")), 3);
	char long_word[65];
	memset(long_word, 'a', sizeof(long_word));
	assert_true(str_distance((struct str){long_word, 65}, STR("a")) == SIZE_MAX);
	assert_int_equal(str_distance((struct str){long_word, 64}, STR("a")), 63);
}

static void
table_keeps_the_first(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct table table = {0};
	assert_int_equal(table_get(&table, STR("a")), TABLE_NONE);
	for (long long i = 0; i < 10000; i++) {
		struct str key = arena_number(&arena, i);
		assert_int_equal(table_put(&table, &arena, key, (uint32_t)i), TABLE_NONE);
	}
	for (long long i = 0; i < 10000; i++) {
		struct str key = arena_number(&arena, i);
		assert_int_equal(table_put(&table, &arena, key, 7), i);
		assert_int_equal(table_get(&table, key), i);
	}
	assert_int_equal(table.count, 10000);
	assert_int_equal(table_get(&table, STR("10000")), TABLE_NONE);
	assert_int_equal(table_put(&table, &arena, STR(""), UINT32_MAX), TABLE_NONE);
	assert_int_equal(table_get(&table, STR("")), UINT32_MAX);
	arena_free(&arena);
}

static void
limits_are_set_by_name(void **state)
{
	(void)state;
	struct limits limits = limits_standard();
	assert_int_equal(limits.value[LIMIT_DEPTH], 64);
	assert_true(limits_set(&limits, STR("depth=7")));
	assert_int_equal(limits.value[LIMIT_DEPTH], 7);
	assert_true(limits_set(&limits, STR("input=3k")) && limits.value[LIMIT_INPUT] == 3072);
	assert_true(limits_set(&limits, STR("input=2M")) && limits.value[LIMIT_INPUT] == 2 << 20);
	assert_true(limits_set(&limits, STR("output=4G")));
	assert_true(limits.value[LIMIT_OUTPUT] == UINT64_C(4) << 30);
	assert_true(limits_set(&limits, STR("output=999999999999G")));
	assert_true(limits.value[LIMIT_OUTPUT] == UINT64_MAX);
	static const char *const bad[] = {"", "=", "depth", "depth=", "depth=K", "depth=1KB",
		"depth=-1", "depth= 1", "depth=1 ", "deep=1", "depth=0x5", "depth=1000000000000"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(limits_set(&limits, str_from(bad[i])));
	}
}

static void
arena_gives_aligned_zeroed_memory(void **state)
{
	(void)state;
	struct arena arena = {0};
	for (size_t size = 0; size < 3000; size = size * 2 + 1) {
		arena_bytes(&arena, 1);
		char *piece = arena_alloc(&arena, size);
		assert_int_equal((uintptr_t)piece % sizeof(void *), 0);
		for (size_t i = 0; i < size; i++) {
			assert_int_equal(piece[i], 0);
		}
		memset(piece, 'x', size);
	}
	char *large = arena_alloc(&arena, 5 << 20);
	assert_int_equal(large[(5 << 20) - 1], 0);
	memset(large, 'x', 5 << 20);
	arena_free(&arena);
	assert_null(arena.blocks);
	assert_non_null(arena_alloc(&arena, 1));
	arena_free(&arena);
}

static void
arena_joins_and_counts(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct str joined = ARENA_JOIN(&arena, STR("a"), STR(""), STR("bc"));
	assert_string_equal(joined.data, "abc");
	assert_int_equal(joined.length, 3);
	assert_string_equal(arena_copy(&arena, (struct str){NULL, 0}).data, "");
	assert_string_equal(arena_number(&arena, INT64_MIN).data, "-9223372036854775808");
	struct vec vec = {0};
	for (int i = 0; i < 1000; i++) {
		VEC_PUSH(&vec, &arena, int, i);
	}
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(VEC_AT(&vec, int, i), i);
	}
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(orders_bytes),
		cmocka_unit_test(finds_what_is_there),
		cmocka_unit_test(trims_both_ends),
		cmocka_unit_test(rule_2_names_are_an_ascii_list),
		cmocka_unit_test(measures_distance),
		cmocka_unit_test(table_keeps_the_first),
		cmocka_unit_test(limits_are_set_by_name),
		cmocka_unit_test(arena_gives_aligned_zeroed_memory),
		cmocka_unit_test(arena_joins_and_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
