/* Inputs: what stands in them is judged the same, in whatever pieces it comes. */
#include "data/input.h"

#include <errno.h>
#include <fcntl.h>

#include "base/utf8.h"

#include "scratch.h"

static const struct {
	const char *text;
	uint64_t at; /* where it is refused */
	uint32_t bad; /* why; 0: it is not */
} cases[] = {
	{"", 0, 0},
	{"a\r\nb\r\n", 0, 0},
	{"\xEF\xBB\xBF"
	 "a: \xC3\xA9\xE2\x82\xAC\xF0\x9F\x90\x88\n",
		0, 0},
	{"abc\x07", 3, 0x07},
	{"a\xC2\x9Bx", 1, 0x9B},
	{"a\xE2\x80\xAEx", 1, 0x202E},
	{"ab\xE2\x80\xA8", 2, 0x2028},
	{"abc\xF3\xA0\x81\x81x", 3, 0xE0041},
	{"a\xEF\xBB\xBFx", 1, 0xFEFF},
	{"a\xEF\xBF\xBFx", 1, 0xFFFF},
	{"a\xC0\xAEx", 1, UTF8_INVALID},
	{"a\xED\xA0\x80x", 1, UTF8_INVALID},
	{"a\xE2\x80", 1, UTF8_INVALID},
	{"a\xE2\x80x", 1, UTF8_INVALID},
	{"a\xF0\x9F", 1, UTF8_INVALID},
	{"ab\xFF", 2, UTF8_INVALID},
	{"a\rb\r\n", 1, '\r'},
	{"a\r\nb\r", 4, '\r'},
	{"a\r\r\n", 1, '\r'},
};

static void
assert_judged(struct input *input, size_t size, uint64_t at, uint32_t bad)
{
	char piece[16];
	size_t got = 1;
	while (got > 0 && input_read(input, piece, size, &got)) {
	}
	assert_int_equal(input->stop, bad == 0 ? INPUT_GOES_ON : INPUT_BAD_CHARACTER);
	assert_int_equal(input->bad, bad);
	assert_int_equal(input->bad_at, at);
}

static void
rule_5_pieces_hide_no_character(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (size_t size = 1; size <= 16; size++) {
			struct input input = {.descriptor = -1,
				.text = str_from(cases[i].text),
				.limit = 100,
				.is_strict = true};
			assert_judged(&input, size, cases[i].at, cases[i].bad);
		}
	}
}

static void
files_are_judged_as_texts(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		scratch_put("a", cases[i].text);
		struct input input = {.descriptor = open("a", O_RDONLY | O_CLOEXEC),
			.limit = 100,
			.is_strict = true};
		assert_judged(&input, 2, cases[i].at, cases[i].bad);
		input_close(&input);
	}
	scratch_close(&scratch);
}

/* A folder cannot be read, and no pipe be gone back in. */
static void
what_cannot_be_read_is_reported(void **state)
{
	struct bench *bench = *state;
	char piece[4];
	size_t got;
	uint32_t source = bench_source(bench, "");
	struct input input = {.descriptor = open(".", O_RDONLY | O_CLOEXEC), .limit = 100};
	assert_false(input_report(&input, &bench->sink, source));
	assert_false(input_read(&input, piece, sizeof(piece), &got));
	assert_true(input_report(&input, &bench->sink, source));
	assert_string_equal(
		bench_report(bench), "errspec: error: cannot read 't': Is a directory [ES0110]\n");
	input_close(&input);
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	input = (struct input){.descriptor = ends[0], .limit = 100};
	assert_false(input_restart(&input, STR("")));
	assert_int_equal(input.stop, INPUT_UNREADABLE);
	assert_int_equal(input.error, ESPIPE);
	input_close(&input);
	close(ends[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rule_5_pieces_hide_no_character),
		cmocka_unit_test(files_are_judged_as_texts),
		cmocka_unit_test_setup_teardown(
			what_cannot_be_read_is_reported, bench_set_up, bench_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
