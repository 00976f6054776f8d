/*
 * Beneath: no path leads out of its folder, with openat2 and, where a system has none, without;
 * links that stay inside are followed in either way.
 */
#include "base/beneath.h"

#include <signal.h>
#include <sys/wait.h>

#include "base/disk.h"
#include "base/file.h"

#include "deny.h"
#include "scratch.h"

#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What a path below in/ opens: the text of a file, or the error there is. */
struct expected {
	const char *path, *text;
	int error;
};

static const struct expected files[] = {
	{"file", "inner", 0},
	{"deep/file", "deep", 0},
	{"link", "inner", 0},
	{"deep/up", "inner", 0},
	{"folder/file", "deep", 0},
	{"folder/../file", "inner", 0},
	{"chain", "inner", 0},
	{"here/here/link", "inner", 0},
	{"round/file", "inner", 0},
	{"deep/er/est/up", "deeper", 0},
	{"hidden", NULL, BENEATH_OBEYED},
	{"folder/git/config", NULL, BENEATH_OBEYED},
	{".git/config", "config", 0},
	{"out", NULL, EXDEV},
	{"absolute", NULL, EXDEV},
	{"above/in/file", NULL, EXDEV},
	{"above/secret", NULL, EXDEV},
	{"deep/far", NULL, EXDEV},
	{"../secret", NULL, EXDEV},
	{"/etc/passwd", NULL, EXDEV},
	{"loop", NULL, ELOOP},
	{"loop/file", NULL, ELOOP},
	{"nothing", NULL, ENOENT},
	{"dangling", NULL, ENOENT},
	{"nothing/file", NULL, ENOENT},
	{"file/file", NULL, ENOTDIR},
	{"link/file", NULL, ENOTDIR},
};

static void
make_tree(void)
{
	static const char *const folders[] = {
		"in", "in/deep", "in/deep/er", "in/deep/er/est", "in/.git", "in/.git/hooks"};
	static const char *const links[][2] = {{"file", "in/link"}, {"../file", "in/deep/up"},
		{"../file", "in/deep/er/est/up"}, {"deep", "in/folder"},
		{"./deep/../link", "in/chain"}, {".", "in/here"}, {"deep/../deep/..", "in/round"},
		{".git/hooks/x", "in/hidden"}, {"../.git", "in/deep/git"}, {"../secret", "in/out"},
		{"/etc/passwd", "in/absolute"}, {"..", "in/above"}, {"../../secret", "in/deep/far"},
		{"loop", "in/loop"}, {"none", "in/dangling"}};
	for (size_t i = 0; i < COUNT(folders); i++) {
		assert_int_equal(mkdir(folders[i], 0755), 0);
	}
	for (size_t i = 0; i < COUNT(links); i++) {
		assert_int_equal(symlink(links[i][0], links[i][1]), 0);
	}
	scratch_put("secret", "secret");
	scratch_put("in/file", "inner");
	scratch_put("in/deep/file", "deep");
	scratch_put("in/deep/er/file", "deeper");
	scratch_put("in/.git/hooks/x", "hook");
	scratch_put("in/.git/config", "config");
}

static bool
is_as(const struct expected *expected)
{
	char text[16] = "";
	int folder = open("in", O_PATH | O_DIRECTORY | O_CLOEXEC);
	int file = beneath_open(folder, expected->path, O_RDONLY | O_CLOEXEC);
	int error = file < 0 ? errno : 0;
	ssize_t got = file < 0 ? 0 : disk_read(file, text, sizeof(text) - 1);
	close(folder);
	if (file >= 0) {
		close(file);
	}
	bool is_it = error == expected->error && got >= 0 &&
		strcmp(text, expected->text == NULL ? "" : expected->text) == 0;
	if (!is_it) {
		print_message("# %s: '%s', error %d\n", expected->path, text, error);
	}
	return is_it;
}

/* So many links, each to the next; the last to the file. */
static void
make_chain(int links)
{
	char from[16], to[16];
	for (int i = 0; i < links; i++) {
		snprintf(from, sizeof(from), "in/c%d", i);
		snprintf(to, sizeof(to), i + 1 < links ? "c%d" : "file", i + 1);
		unlink(from);
		assert_int_equal(symlink(to, from), 0);
	}
}

static bool
chains_end(void)
{
	static const struct expected whole = {"c0", "inner", 0}, endless = {"c0", NULL, ELOOP};
	make_chain(40);
	bool is_fine = is_as(&whole);
	make_chain(41);
	return is_as(&endless) && is_fine;
}

/* A link that is the last step is not followed where that is not wanted. */
static bool
last_links_stay(void)
{
	int folder = open("in", O_PATH | O_DIRECTORY | O_CLOEXEC);
	int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC;
	bool is_fine = beneath_open(folder, "link", flags) < 0 && errno == ELOOP;
	int file = beneath_open(folder, "folder/file", flags);
	int here = beneath_open(folder, ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
	struct stat one, other;
	is_fine = is_fine && file >= 0 && fstat(here, &one) == 0 && fstat(folder, &other) == 0 &&
		one.st_ino == other.st_ino;
	close(file);
	close(here);
	close(folder);
	return is_fine;
}

static bool
all_is_as_expected(void)
{
	bool is_fine = true;
	for (size_t i = 0; i < COUNT(files); i++) {
		is_fine = is_as(&files[i]) && is_fine;
	}
	return chains_end() && last_links_stay() && is_fine;
}

static void
rule_6_nothing_leads_out(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	make_tree();
	assert_true(all_is_as_expected());
	scratch_close(&scratch);
}

/* In a process of its own; 2: nothing can be denied here. */
static int
without_openat2(bool (*step)(void), unsigned error)
{
	int status;
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		if (!deny(SYS_openat2, 0, 0, error)) {
			exit(2);
		}
		exit(step() ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 2) {
		print_message("# no system call can be denied here\n");
		skip();
	}
	return WEXITSTATUS(status);
}

static void
rule_6_nothing_leads_out_without_openat2(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	make_tree();
	assert_int_equal(without_openat2(all_is_as_expected, ENOSYS), 0);
	assert_int_equal(without_openat2(all_is_as_expected, EPERM), 0);
	scratch_close(&scratch);
}

enum { SWAPS = 8000, WAITS = 10000 };

/*
 * A file and a folder of in/, and links out that take their places, in the end while a link leads
 * back through the folder.
 */
static const struct swap {
	const char *own, *link, *path;
	int looks; /* how often was looked for a link before */
} swaps[] = {{"in/one", "in/two", "one", 1}, {"in/swapped", "in/other", "swapped/deep/file", 1},
	{"in/swapped", "in/other", "swapped/deep/back/deep/file", 3}};

static const struct swap *coming; /* the one to be made ... */
static int looks; /* ... once it was looked so often for a link */

static void
exchange(const struct swap *swap)
{
	long done =
		syscall(SYS_renameat2, AT_FDCWD, swap->own, AT_FDCWD, swap->link, RENAME_EXCHANGE);
	assert_int_equal(done, 0);
}

ssize_t
readlinkat(int folder, const char *path, char *bytes, size_t size)
{
	ssize_t length = syscall(SYS_readlinkat, folder, path, bytes, size);
	int error = errno;
	if (coming != NULL && --looks == 0) {
		exchange(coming);
		coming = NULL;
	}
	errno = error;
	return length;
}

static bool
links_that_come_are_not_followed(void)
{
	bool is_fine = true;
	int folder = open("in", O_PATH | O_DIRECTORY | O_CLOEXEC);
	for (size_t i = 0; i < COUNT(swaps); i++) {
		coming = &swaps[i];
		looks = coming->looks;
		int file = beneath_open(folder, swaps[i].path, O_RDONLY | O_CLOEXEC);
		is_fine = is_fine && file < 0 && coming == NULL;
		disk_close(file);
		exchange(&swaps[i]);
	}
	close(folder);
	return is_fine;
}

/* A folder and a file that are links out every other time, until the process is killed. */
static pid_t
start_swapping(void)
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		for (;;) {
			exchange(&swaps[0]);
			exchange(&swaps[1]);
		}
	}
	assert_true(child > 0);
	return child;
}

/*
 * What is opened while it changes is the file inside, or nothing. A machine with much to do may
 * stop the other process while the folder is a link: then it is waited for.
 */
static bool
races_end_inside(void)
{
	static const char *const paths[] = {"swapped/deep/file", "link-to-swapped/deep/file",
		"swapped/deep/back/deep/file", "one"};
	int folder = open("in", O_PATH | O_DIRECTORY | O_CLOEXEC);
	int inside = 0, outside = 0;
	for (int i = 0; i < SWAPS || (inside == 0 && i < SWAPS + WAITS); i++) {
		char text[8] = "";
		int file = beneath_open(folder, paths[i % 4], O_RDONLY | O_CLOEXEC);
		if (file >= 0) {
			outside += disk_read(file, text, 7) != 6 || strcmp(text, "inside") != 0;
			inside++;
			close(file);
		}
		if (i >= SWAPS) {
			usleep(1000);
		}
	}
	close(folder);
	return inside > 0 && outside == 0;
}

static void
lay_swaps(void)
{
	static const char *const folders[] = {
		"in", "in/swapped", "in/swapped/deep", "away", "away/deep"};
	for (size_t i = 0; i < COUNT(folders); i++) {
		assert_int_equal(mkdir(folders[i], 0755), 0);
	}
	scratch_put("in/swapped/deep/file", "inside");
	scratch_put("in/one", "inside");
	scratch_put("away/deep/file", "secret");
	assert_int_equal(symlink("../away/deep/file", "in/two"), 0);
	assert_int_equal(symlink("../away", "in/other"), 0);
	assert_int_equal(symlink("swapped", "in/link-to-swapped"), 0);
	assert_int_equal(symlink("..", "in/swapped/deep/back"), 0);
	assert_int_equal(symlink("..", "away/deep/back"), 0);
}

static void
rule_6_links_that_come_are_not_followed(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	lay_swaps();
	assert_int_equal(without_openat2(links_that_come_are_not_followed, ENOSYS), 0);
	scratch_close(&scratch);
}

static void
rule_6_folders_swapped_for_links_lead_nowhere(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	lay_swaps();
	pid_t swapping = start_swapping();
	bool is_fine = races_end_inside();
	int code = without_openat2(races_end_inside, ENOSYS);
	kill(swapping, SIGKILL);
	waitpid(swapping, NULL, 0);
	scratch_close(&scratch);
	assert_true(is_fine);
	assert_int_equal(code, 0);
}

static void
what_a_path_leads_to_is_named(void **state)
{
	(void)state;
	static const char *const cases[][2] = {{"file", "file"}, {"link", "file"},
		{"folder/file", "deep/file"}, {"deep/up", "file"}, {"chain", "file"},
		{"folder/new", "deep/new"}, {"dangling", "none"}, {"here", ""}, {"new", "new"}};
	static const char *const bad[] = {"out", "above/x", "loop", "hidden", "nothing/x"};
	struct scratch scratch;
	char plain[BENEATH_PATH];
	scratch_open(&scratch);
	make_tree();
	int folder = open("in", O_PATH | O_DIRECTORY | O_CLOEXEC);
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_true(beneath_resolve(folder, cases[i][0], plain));
		assert_string_equal(plain, cases[i][1]);
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_false(beneath_resolve(folder, bad[i], plain));
	}
	close(folder);
	scratch_close(&scratch);
}

enum { LEVELS = 30, LONG_STEP = 200 };

/* Folders in each other with long names, and in each a short link to the one below. */
static void
make_depth(int *levels)
{
	char name[LONG_STEP + 1];
	memset(name, 'n', LONG_STEP);
	name[LONG_STEP] = '\0';
	for (int i = 0; i < LEVELS; i++) {
		assert_int_equal(mkdirat(levels[i], name, 0755), 0);
		assert_int_equal(symlinkat(name, levels[i], "l"), 0);
		levels[i + 1] = openat(levels[i], name, O_PATH | O_DIRECTORY | O_CLOEXEC);
	}
}

/* Removes them from inside: their paths are longer than any that can be named. */
static void
remove_depth(int *levels)
{
	char name[LONG_STEP + 1];
	memset(name, 'n', LONG_STEP);
	name[LONG_STEP] = '\0';
	for (int i = LEVELS; i > 0; i--) {
		close(levels[i]);
		assert_int_equal(unlinkat(levels[i - 1], name, AT_REMOVEDIR), 0);
		assert_int_equal(unlinkat(levels[i - 1], "l", 0), 0);
	}
}

static void
expect_failure(int folder, const char *path, int error)
{
	char plain[BENEATH_PATH];
	assert_false(beneath_resolve(folder, path, plain));
	assert_int_equal(errno, error);
}

/* A path that links make too long, and one that is so by itself. */
static void
what_is_too_long_is_refused(void **state)
{
	(void)state;
	struct scratch scratch;
	char path[BENEATH_PATH + 2] = "";
	int levels[LEVELS + 1];
	scratch_open(&scratch);
	assert_int_equal(mkdir("in", 0755), 0);
	int folder = levels[0] = open("in", O_PATH | O_DIRECTORY | O_CLOEXEC);
	make_depth(levels);
	for (int i = 0; i < 20; i++) {
		strcat(path, "l/");
	}
	assert_true(beneath_resolve(folder, path, (char[BENEATH_PATH]){""}));
	size_t length = strlen(path);
	memset(path + length, 'x', LONG_STEP);
	path[length + LONG_STEP] = '\0';
	expect_failure(folder, path, ENAMETOOLONG);
	path[length] = '\0';
	expect_failure(folder, strcat(path, "l/l"), ENAMETOOLONG);
	memset(path, 'x', BENEATH_PATH - 10);
	memcpy(path, "l/", 2);
	path[BENEATH_PATH - 10] = '\0';
	expect_failure(folder, path, ENAMETOOLONG);
	memset(path, 'x', BENEATH_PATH + 1);
	path[BENEATH_PATH + 1] = '\0';
	expect_failure(folder, path, ENAMETOOLONG);
	expect_failure(folder, "/", EXDEV);
	expect_failure(-1, "file", EBADF);
	remove_depth(levels);
	close(folder);
	scratch_close(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rule_6_nothing_leads_out),
		cmocka_unit_test(rule_6_nothing_leads_out_without_openat2),
		cmocka_unit_test(rule_6_links_that_come_are_not_followed),
		cmocka_unit_test(rule_6_folders_swapped_for_links_lead_nowhere),
		cmocka_unit_test(what_a_path_leads_to_is_named),
		cmocka_unit_test(what_is_too_long_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
