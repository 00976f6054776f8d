/* Globs of paths: what fits a name in any folder, and what a path. */
#include "base/glob.h"

#include "bench.h"

static void
test_paths(void **state)
{
	(void)state;
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
		{"*/b", "a/b", true},
		{"*/b", "b", false},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (glob_fits_path(str_from(cases[i].glob), str_from(cases[i].path)) !=
			cases[i].fits) {
			fail_msg("'%s' over '%s' is wrong", cases[i].glob, cases[i].path);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_paths)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
