/* Versions: which there are, and which of them a requirement allows. */
#include "base/version.h"

#include "bench.h"

static void
versions_have_numbers(void **state)
{
	static const char *const fine[] = {"0", "1.2", "0.1.0", "10.20.30.40", "999999999"};
	static const char *const bad[] = {"", ".", "1.", ".1", "1..2", "1.2-rc", "v1", " 1",
		"1000000000", "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1"};
	(void)state;
	for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++) {
		assert_true(version_is(str_from(fine[i])));
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(version_is(str_from(bad[i])));
	}
}

static void
requirements_have_a_form(void **state)
{
	static const char *const fine[] = {
		">=0.2", ">0", "<=1.2.3", "<2", "==0.1.0", " >= 0.2 , < 1 ", ">=1,<2,<3"};
	static const char *const bad[] = {"", "0.2", "=0.2", "=>0.2", ">=", ">=0.2,", ",>=0.2",
		">=0.2 <1", ">=x", "<>1", "~1", ">=0.2.*", "===1"};
	(void)state;
	for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++) {
		assert_true(version_is_requirement(str_from(fine[i])));
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(version_is_requirement(str_from(bad[i])));
	}
}

struct meeting {
	const char *version;
	const char *requirement;
	bool meets;
};

static void
versions_meet_requirements(void **state)
{
	static const struct meeting meetings[] = {{"0.1.0", ">=0.1", true},
		{"0.1.0", ">0.1", false}, {"0.1.1", ">0.1", true}, {"0.1", "==0.1.0", true},
		{"0.10.0", ">=0.9", true}, {"0.9", ">=0.10", false}, {"1.0.0", "<1", false},
		{"0.9.9", ">=0.2, <1", true}, {"1.2", ">=0.2, <1", false},
		{"0.1", ">=0.2, <1", false}, {"2", "<=2.0", true}, {"2.0.1", "<=2.0", false},
		{"0.2.0-rc1", ">=0.2", true}, {"1.1.1.1", "<1.1.1.2", true}};
	(void)state;
	for (size_t i = 0; i < sizeof(meetings) / sizeof(meetings[0]); i++) {
		assert_int_equal(version_meets(str_from(meetings[i].version),
					 str_from(meetings[i].requirement)),
			meetings[i].meets);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(versions_have_numbers),
		cmocka_unit_test(requirements_have_a_form),
		cmocka_unit_test(versions_meet_requirements),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
