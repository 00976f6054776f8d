/* Arrays: the search among ordered numbers. */
#include "base/vec.h"

#include "bench.h"

struct row {
	char letter;
	uint32_t number;
};

static void
a_search_finds_the_first_of_at_least_so_much(void **state)
{
	(void)state;
	struct row rows[] = {{'a', 2}, {'b', 4}, {'c', 4}, {'d', 4}, {'e', UINT32_MAX}};
	static const struct {
		uint32_t count, least, expected;
	} cases[] = {{0, 0, 0}, {1, 2, 0}, {1, 3, 1}, {5, 0, 0}, {5, 2, 0}, {5, 3, 1}, {5, 4, 1},
		{5, 5, 4}, {4, 5, 4}, {5, UINT32_MAX, 4}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct vec vec = {rows, cases[i].count, 5};
		assert_int_equal(vec_search(&vec, sizeof(struct row), offsetof(struct row, number),
					 cases[i].least),
			cases[i].expected);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_search_finds_the_first_of_at_least_so_much),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
