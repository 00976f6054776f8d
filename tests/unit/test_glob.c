/* Globs of paths: what fits a name in any folder, and what a path. */
#include "base/glob.h"
#include "base/globs.h"

#include "bench.h"

static const struct {
	const char *glob, *path;
	bool fits;
} cases[] = {
	{"*.o", "a.o", true},
	{"*.o", "c/d/a.o", true},
	{"*.o", "c.o/a", false},
	{"*.o", "c/d.o/", true},
	{"*.o/", "c/d.o/", true},
	{"*.o/", "c/d.o", false},
	{"c/*.o", "c/a.o", true},
	{"c/*.o", "c/d/a.o", false},
	{"c/*.o", "x/c/a.o", false},
	{"c/*", "c", false},
	{"c/build/", "c/build/", true},
	{"c/build/", "c/build", false},
	{"c/build", "c/build/", true},
	{"build/", "c/build/", true},
	{"build/", "c/builds/", false},
	{"?uild", "a/build", true},
	{"?uild", "a/uild", false},
	{"*", "a/b", true},
	{"a*", "a", true},
	{"a**", "c/a", true},
	{"a*?", "a", false},
	{"*/b", "a/b", true},
	{"*/b", "b", false},
	{"a.o", "a.o", true},
	{"a.o", "c/a.o", true},
	{"a.o", "a.o/", true},
	{"a.o", "c/xa.o", false},
	{"c/a.o", "c/a.o", true},
	{"c/a.o", "a.o", false},
	{"c/a.o", "x/c/a.o", false},
	{"c/a/", "c/a/", true},
	{"c/a/", "c/a", false},
	{"a/", "c/a", false},
};

enum { CASES = sizeof(cases) / sizeof(cases[0]) };

static void
test_paths(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES; i++) {
		if (glob_fits_path(str_from(cases[i].glob), str_from(cases[i].path)) !=
			cases[i].fits) {
			fail_msg("'%s' over '%s' is wrong", cases[i].glob, cases[i].path);
		}
	}
}

/* Sets of each two globs fit what one of them does. */
static void
test_sets(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES * CASES; i++) {
		struct arena arena = {0};
		struct globs globs = {0};
		struct str one = str_from(cases[i / CASES].glob);
		struct str other = str_from(cases[i % CASES].glob);
		globs_add(&globs, &arena, one);
		globs_add(&globs, &arena, other);
		for (size_t k = 0; k < CASES; k++) {
			struct str path = str_from(cases[k].path);
			assert_int_equal(globs_fit_path(&globs, path),
				glob_fits_path(one, path) || glob_fits_path(other, path));
		}
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paths), cmocka_unit_test(test_sets)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
