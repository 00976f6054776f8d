/* Integers and ranges: how they are spelt, where they end, and how they are found again. */
#include "spec/integer.h"

#include "bench.h"
#include "spec/ranges.h"

struct integer_case {
	const char *text;
	enum integer_fault fault;
	const char *digits; /* as it is shown */
};

static const struct integer_case cases[] = {{"0", INTEGER_FINE, "0"}, {"1", INTEGER_FINE, "1"},
	{"-1", INTEGER_FINE, "-1"}, {"0x0", INTEGER_FINE, "0"}, {"0x1f", INTEGER_FINE, "31"},
	{"0xDEADbeef", INTEGER_FINE, "3735928559"}, {"0x00000000000000001", INTEGER_FINE, "1"},
	{"2147483648", INTEGER_FINE, "2147483648"},
	{"9223372036854775807", INTEGER_FINE, "9223372036854775807"},
	{"9223372036854775808", INTEGER_FINE, "9223372036854775808"},
	{"18446744073709551615", INTEGER_FINE, "18446744073709551615"},
	{"0xFFFFFFFFFFFFFFFF", INTEGER_FINE, "18446744073709551615"},
	{"-9223372036854775808", INTEGER_FINE, "-9223372036854775808"},
	{"18446744073709551616", INTEGER_TOO_LARGE, ""},
	{"0x10000000000000000", INTEGER_TOO_LARGE, ""},
	{"-9223372036854775809", INTEGER_TOO_LARGE, ""},
	{"-18446744073709551616", INTEGER_TOO_LARGE, ""},
	{"99999999999999999999999999", INTEGER_TOO_LARGE, ""}, {"01", INTEGER_LEADING_ZERO, ""},
	{"00", INTEGER_LEADING_ZERO, ""}, {"-01", INTEGER_LEADING_ZERO, ""},
	{"", INTEGER_MALFORMED, ""}, {"-", INTEGER_MALFORMED, ""}, {"-0", INTEGER_MALFORMED, ""},
	{"+1", INTEGER_MALFORMED, ""}, {"--1", INTEGER_MALFORMED, ""},
	{" 1", INTEGER_MALFORMED, ""}, {"1 ", INTEGER_MALFORMED, ""},
	{"1_0", INTEGER_MALFORMED, ""}, {"0x", INTEGER_MALFORMED, ""},
	{"0X1", INTEGER_MALFORMED, ""}, {"-0x1", INTEGER_MALFORMED, ""},
	{"0xg", INTEGER_MALFORMED, ""}, {"1f", INTEGER_MALFORMED, ""},
	{"1.0", INTEGER_MALFORMED, ""}, {"1e3", INTEGER_MALFORMED, ""}};

static void
integers_are_parsed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct number number = {0};
		char digits[NUMBER_DIGITS];
		enum integer_fault fault = integer_parse(str_from(cases[i].text), &number);
		if (fault != cases[i].fault) {
			fail_msg("'%s' gives %d", cases[i].text, (int)fault);
		}
		if (fault == INTEGER_FINE) {
			struct str shown = number_str(&number, digits);
			assert_true(str_equal(shown, str_from(cases[i].digits)));
		}
	}
}

static struct number
number_of(const char *text)
{
	struct number number = {0};
	assert_int_equal(integer_parse(str_from(text), &number), INTEGER_FINE);
	return number;
}

static void
integers_have_an_order(void **state)
{
	(void)state;
	static const char *const sorted[] = {"-9223372036854775808", "-2", "-1", "0", "1",
		"2147483648", "9223372036854775807", "9223372036854775808", "18446744073709551615"};
	int count = sizeof(sorted) / sizeof(sorted[0]);
	for (int i = 0; i < count; i++) {
		for (int j = 0; j < count; j++) {
			struct number a = number_of(sorted[i]), b = number_of(sorted[j]);
			assert_int_equal(number_compare(&a, &b), (i > j) - (i < j));
		}
	}
	struct text text = {"0", 1, 0};
	struct number string = {.string = &text, .kind = NUMBER_STRING}, last = number_of("5");
	assert_true(number_compare(&string, &last) > 0 && number_compare(&last, &string) < 0);
	assert_int_equal(number_compare(&string, &string), 0);
}

struct sum {
	const char *base;
	uint64_t distance;
	const char *sum; /* NULL: it leaves the 64 bits */
};

static const struct sum sums[] = {{"0", 0, "0"}, {"100", 13, "113"}, {"-10", 3, "-7"},
	{"-10", 10, "0"}, {"-10", 11, "1"}, {"-1", UINT64_MAX, "18446744073709551614"},
	{"-9223372036854775808", UINT64_MAX, "9223372036854775807"},
	{"-9223372036854775808", 1, "-9223372036854775807"},
	{"9223372036854775807", 1, "9223372036854775808"},
	{"18446744073709551615", 0, "18446744073709551615"}, {"18446744073709551615", 1, NULL},
	{"1", UINT64_MAX, NULL}, {"9223372036854775808", UINT64_C(1) << 63, NULL}};

static void
bases_are_added(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++) {
		struct number base = number_of(sums[i].base), sum;
		bool fits = integer_add(&base, sums[i].distance, &sum);
		assert_int_equal(fits, sums[i].sum != NULL);
		if (fits) {
			struct number expected = number_of(sums[i].sum);
			assert_int_equal(number_compare(&sum, &expected), 0);
			assert_int_equal(sum.kind, expected.kind);
		}
	}
}

struct range_case {
	const char *text;
	const char *low; /* NULL: no range */
	const char *high;
};

static const struct range_case range_cases[] = {{"5", "5", "5"}, {"-5", "-5", "-5"},
	{"5-9", "5", "9"}, {"-9--5", "-9", "-5"}, {"-5-5", "-5", "5"}, {"9-5", "9", "5"},
	{"0x10-0x1F", "16", "31"}, {"0-18446744073709551615", "0", "18446744073709551615"},
	{"", NULL, NULL}, {"-", NULL, NULL}, {"5-", NULL, NULL}, {"--5", NULL, NULL},
	{"5--", NULL, NULL}, {"5-6-7", NULL, NULL}, {"5 - 9", NULL, NULL}, {"05-9", NULL, NULL},
	{"5-09", NULL, NULL}, {"5..9", NULL, NULL}};

static void
ranges_are_parsed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(range_cases) / sizeof(range_cases[0]); i++) {
		const struct range_case *c = &range_cases[i];
		struct range range = {0};
		assert_int_equal(integer_parse_range(str_from(c->text), &range), c->low != NULL);
		if (c->low != NULL) {
			struct number low = number_of(c->low), high = number_of(c->high);
			assert_int_equal(number_compare(&range.low, &low), 0);
			assert_int_equal(number_compare(&range.high, &high), 0);
		}
	}
}

/* A sequence that is the same at every run. */
static int64_t
next_random(uint64_t *state, int64_t most)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (int64_t)(*state >> 33) % most;
}

static bool
holds(const struct range *range, int64_t number)
{
	int64_t low = range_least(range)->integer, high = range_most(range)->integer;
	return low <= number && number <= high;
}

/* What is looked up is what looking through finds, also where ranges overlap or are backwards. */
static void
ranges_are_found(void **state)
{
	(void)state;
	struct arena arena = {0};
	uint64_t seed = 1;
	for (int round = 0; round < 200; round++) {
		struct vec vec = {0};
		int64_t count = next_random(&seed, 12);
		for (int64_t i = 0; i < count; i++) {
			struct range range = {{.kind = NUMBER_SIGNED}, {.kind = NUMBER_SIGNED}};
			range.low.integer = next_random(&seed, 100) - 50;
			range.high.integer = range.low.integer + next_random(&seed, 20) - 3;
			VEC_PUSH(&vec, &arena, struct range, range);
		}
		struct ranges ranges = ranges_sort(&arena, &vec);
		for (int64_t n = -60; n < 80; n++) {
			struct number number = {.integer = n, .kind = NUMBER_SIGNED};
			const struct range *found = ranges_find(&ranges, &number);
			bool is_there = false;
			for (uint32_t i = 0; i < vec.count; i++) {
				is_there = is_there || holds(&VEC_AT(&vec, struct range, i), n);
			}
			assert_int_equal(found != NULL, is_there);
			assert_true(found == NULL || holds(found, n));
		}
	}
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(integers_are_parsed),
		cmocka_unit_test(integers_have_an_order),
		cmocka_unit_test(bases_are_added),
		cmocka_unit_test(ranges_are_parsed),
		cmocka_unit_test(ranges_are_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
