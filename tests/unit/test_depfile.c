/* Depfiles: their form, and whether make and ninja read in them what was meant. */
#include "output/depfile.h"

#include "scratch.h"

#define ARRAY(...) \
	(const struct str[]){__VA_ARGS__}, \
		sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str)

static void
write_depfile(struct depfile depfile, const char *report)
{
	struct bench bench;
	bench_open(&bench);
	bool written = depfile_write(&bench.sink, STR("sub/out.d"), &depfile);
	assert_string_equal(bench_report(&bench), report);
	assert_int_equal(written, *report == '\0');
	bench_close(&bench);
}

static void
test_form(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	write_depfile((struct depfile){ARRAY(STR("out/a.h"), STR("out/a.c")),
			      ARRAY(STR("spec/a b.yaml"), STR("$(shell x)#:y"))},
		"");
	scratch_expect("sub/out.d",
		"out/a.h out/a.c: spec/a\\ b.yaml \\\n  $$(shell\\ x)\\#\\:y\n"
		"spec/a\\ b.yaml:\n$$(shell\\ x)\\#\\:y:\n");
	write_depfile((struct depfile){ARRAY(STR("a")), NULL, 0}, "");
	scratch_expect("sub/out.d", "a:\n");
	assert_int_equal(scratch_count("sub"), 1);
	scratch_close(&scratch);
}

/* What make would run or take for an assignment is refused, and the old depfile stands. */
static void
test_refused(void **state)
{
	(void)state;
	struct scratch scratch;
	struct bench bench;
	scratch_open(&scratch);
	bench_open(&bench);
	struct depfile cut = {ARRAY(STR("a\0b")), NULL, 0};
	assert_false(depfile_write(&bench.sink, STR("cut.d"), &cut));
	assert_int_equal(scratch_count("."), 0);
	bench_close(&bench);
	write_depfile((struct depfile){ARRAY(STR("a")), NULL, 0}, "");
	write_depfile((struct depfile){ARRAY(STR("a=b")),
			      ARRAY(STR("x;touch y"), STR("n\nall: z"), STR("fine"))},
		"errspec: error: a depfile cannot hold the name 'a=b' [ES0525]\n"
		"errspec: error: a depfile cannot hold the name 'n\\u{A}all: z' [ES0525]\n"
		"errspec: error: a depfile cannot hold the name 'x;touch y' [ES0525]\n");
	scratch_expect("sub/out.d", "a:\n");
	bench_open(&bench);
	assert_false(
		depfile_accept(&bench.sink, &(struct depfile){ARRAY(STR("a")), ARRAY(STR("b*"))}));
	assert_true(
		depfile_accept(&bench.sink, &(struct depfile){ARRAY(STR("a")), ARRAY(STR("b"))}));
	bench_close(&bench);
	scratch_close(&scratch);
}

/* Names that make or ninja takes for more than a name, though each character is fit for one. */
static void
test_words(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		bool is_refused;
	} names[] = {
		{"include", true},
		{"-include", true},
		{"define", true},
		{"override", true},
		{"endif", true},
		{"./include", false},
		{"a/include", false},
		{"includes", false},
		{".IGNORE", true},
		{"./.SILENT", true},
		{"././.PHONY", true},
		{"a/.IGNORE", false},
		{".A", true},
		{".Z", true},
		{".a", false},
		{".@", false},
		{".{", false},
		{".", false},
		{"a(b)", true},
		{"a (1)", true},
		{"(1)", true},
		{"a)", true},
		{"a(b)c", false},
		{"a(", false},
		{"a:", true},
		{"a: b", false},
		{"a ", true},
		{" a", false},
		{"#", false},
		{"~", true},
		{"~a", true},
		{"./~a", true},
		{".//./~a", true},
		{"a~", false},
		{"a/~b", false},
		{"a ~b", false},
		{"", true},
	};
	struct scratch scratch;
	scratch_open(&scratch);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct bench bench;
		struct str name = str_from(names[i].name);
		struct depfile depfile = {ARRAY(name, STR("b")), ARRAY(STR("c"))};
		bench_open(&bench);
		bool is_written = depfile_write(&bench.sink, STR("d"), &depfile);
		if (is_written == names[i].is_refused) {
			fail_msg("'%s' is %s", names[i].name, is_written ? "written" : "refused");
		}
		bench_close(&bench);
	}
	scratch_close(&scratch);
}

/* Every character that is allowed and no letter or digit, in a name of its own. */
static size_t
make_names(struct arena *arena, struct str *names)
{
	size_t count = 0;
	for (int c = ' '; c < 0x7F; c++) {
		bool is_plain = str_is_letter((char)c) || str_is_digit((char)c);
		if (!is_plain && strchr("%*?[];=|&<>`'\"^\\/", c) == NULL) {
			char name[] = {'i', (char)c, 'n', '\0'};
			names[count++] = arena_copy(arena, str_from(name));
		}
	}
	names[count++] = STR("dir/~");
	names[count++] = STR("dir/b~1 ~c");
	names[count++] = STR("dir/\xC3\xA4 $(shell touch made) ${HOME} #1");
	return count;
}

/* Whether a depfile takes the name. */
static bool
is_taken(struct str name)
{
	struct bench bench;
	bench_open(&bench);
	bool is_written =
		depfile_write(&bench.sink, STR("probe"), &(struct depfile){&name, 1, NULL, 0});
	bench_close(&bench);
	return is_written;
}

/* Adds names of all bytes but NUL and slashes, those that a depfile takes. The same every time. */
static size_t
add_random_names(struct arena *arena, struct str *names, size_t count, size_t most)
{
	static const char often[] = " #:$()\\.-+@!,{}\"';=%*~\t";
	uint32_t seed = 1;
	while (count < most) {
		char name[16] = {0};
		for (size_t i = 0; i < 1 + count % 12; i++) {
			seed = seed * 1664525u + 1013904223u;
			char c = (char)(seed >> 24);
			bool is_wild = (seed >> 12 & 7) == 0 && c != '/' && c != '\0';
			name[i] = (seed >> 8 & 7) == 0 ? often[(seed >> 16) % (sizeof(often) - 1)]
				: is_wild              ? c
						       : (char)('a' + (seed >> 16) % 26);
		}
		struct str taken = arena_copy(arena, str_from(name));
		if (is_taken(taken) && !scratch_has(name)) {
			scratch_put(name, "");
			names[count++] = taken;
		}
	}
	return count;
}

static void
set_time(const char *path, time_t seconds)
{
	struct timespec times[2] = {{.tv_sec = seconds}, {.tv_sec = seconds}};
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void
expect_log(const char *command, const char *log)
{
	scratch_put("log", "");
	assert_int_equal(system(command), 0);
	scratch_expect("log", log);
}

/* `command` makes "out" anew when an input has become newer, and at no other time. */
static void
expect_watched(const char *command, const struct str *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		set_time(names[i].data, 1000);
	}
	expect_log(command, "made\n");
	for (size_t i = 0; i < count; i++) {
		if (i % 16 == 0) {
			expect_log(command, "");
		}
		set_time("out", 2000);
		assert_int_equal(utimensat(AT_FDCWD, names[i].data, NULL, 0), 0);
		expect_log(command, "made\n");
		set_time(names[i].data, 1000);
	}
	assert_false(scratch_has("made"));
}

static void
with_names(const char *tool, const char *file, const char *text, const char *command)
{
	struct scratch scratch;
	struct arena arena = {0};
	enum { NAMES = 140 };
	struct str names[NAMES];
	char probe[64];
	snprintf(probe, sizeof(probe), "%s --version >/dev/null 2>&1", tool);
	if (system(probe) != 0) {
		print_message("# no %s here\n", tool);
		skip();
	}
	scratch_open(&scratch);
	assert_int_equal(mkdir("dir", 0777), 0);
	size_t count = make_names(&arena, names);
	for (size_t i = 0; i < count; i++) {
		scratch_put(names[i].data, "");
	}
	scratch_put("out", "");
	count = add_random_names(&arena, names, count, NAMES);
	assert_int_equal(remove("out"), 0);
	write_depfile((struct depfile){ARRAY(STR("out")), names, count}, "");
	scratch_put(file, text);
	expect_watched(command, names, count);
	arena_free(&arena);
	scratch_close(&scratch);
}

static void
test_make(void **state)
{
	(void)state;
	with_names("make", "Makefile", "out:\n\ttouch out; echo made >>log\n-include sub/out.d\n",
		"make -s out");
}

static void
test_ninja(void **state)
{
	(void)state;
	with_names("ninja", "build.ninja",
		"rule r\n  command = touch out; echo made >>log\n  depfile = sub/out.d\n"
		"build out: r\n",
		"ninja >/dev/null");
}

static void
test_stamp(void **state)
{
	(void)state;
	struct scratch scratch;
	struct bench bench;
	bench_open(&bench);
	scratch_open(&scratch);
	scratch_put("stamp", "");
	struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
	assert_int_equal(utimensat(AT_FDCWD, "stamp", old, 0), 0);
	assert_true(depfile_stamp(&bench.sink, STR("stamp")));
	assert_true(scratch_stat("stamp").st_mtim.tv_sec > 1000);
	assert_int_equal(scratch_count("."), 1);
	assert_int_equal(mkdir("folder", 0777), 0);
	assert_false(depfile_stamp(&bench.sink, STR("folder")));
	scratch_put_device("device");
	assert_int_equal(symlink("device", "link"), 0);
	assert_false(depfile_stamp(&bench.sink, STR("device")));
	assert_false(depfile_stamp(&bench.sink, STR("link")));
	assert_true(depfile_stamp(&bench.sink, STR("new/stamp")));
	assert_int_equal(scratch_count("."), 5);
	scratch_close(&scratch);
	bench_close(&bench);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_make),
		cmocka_unit_test(test_ninja),
		cmocka_unit_test(test_stamp),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
