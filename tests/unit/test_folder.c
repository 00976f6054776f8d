/* Folders and temporary files by themselves: names at their longest, folders that others make. */
#include "base/folder.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

#include "base/disk.h"
#include "base/limits.h"
#include "base/walk.h"
#include "output/leftover.h"
#include "output/temp.h"

#include "scratch.h"

static void
names_have_room_for_their_end(void **state)
{
	(void)state;
	static char path[FOLDER_PATH + 1];
	struct folder_name name;
	memset(path, 'a', sizeof(path));
	assert_true(folder_name(&name, (struct str){path, FOLDER_PATH - 1}));
	assert_int_equal(strlen(name.bytes), FOLDER_PATH - 1);
	assert_false(folder_name(&name, (struct str){path, FOLDER_PATH}));
	assert_int_equal(errno, ENAMETOOLONG);
	assert_false(folder_name(&name, (struct str){"a\0b", 3}));
	assert_int_equal(errno, ENOENT);
	assert_true(folder_name(&name, STR("")));
	assert_string_equal(name.bytes, "");
}

enum { CROWD = 4, ROUNDS = 300 };

/* Makes the same folders as the others do, at the same time; each must find them all. */
static bool
make_all(void)
{
	struct arena arena = {0};
	bool made = true;
	for (int i = 0; i < ROUNDS && made; i++) {
		char path[32];
		struct folders folders = {
			.arena = &arena, .base = AT_FDCWD, .root = -1, .spool = -1};
		snprintf(path, sizeof(path), "d%d/a/b/c/d", i);
		int folder = folder_make(&folders, AT_FDCWD, str_from(path));
		made = folder >= 0;
		disk_close(folder);
	}
	arena_free(&arena);
	return made;
}

static void
folders_are_made_by_several_at_once(void **state)
{
	(void)state;
	struct scratch scratch;
	int failed = 0;
	scratch_open(&scratch);
	fflush(NULL);
	for (int i = 0; i < CROWD; i++) {
		if (fork() == 0) {
			exit(make_all() ? 0 : 1);
		}
	}
	for (int i = 0; i < CROWD; i++) {
		int status;
		assert_true(wait(&status) > 0);
		failed += status != 0;
	}
	assert_int_equal(failed, 0);
	scratch_close(&scratch);
}

/* Whether an open folder is the one at the path. */
static bool
is_at(int folder, const char *path)
{
	struct stat one, other;
	bool is_one = fstat(folder, &one) == 0 && stat(path, &other) == 0 &&
		one.st_ino == other.st_ino && one.st_dev == other.st_dev;
	disk_close(folder);
	return is_one;
}

static void
the_root_is_a_folder_too(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	assert_true(is_at(folder_open(AT_FDCWD, STR("/")), "/"));
	assert_true(is_at(folder_open(AT_FDCWD, STR("//")), "/"));
	assert_true(is_at(folder_nearest(AT_FDCWD, STR("/errspec-none/deep/er")), "/"));
	assert_true(is_at(folder_nearest(AT_FDCWD, STR("none/deep")), "."));
	assert_true(is_at(folder_open(AT_FDCWD, STR("")), "."));
	scratch_close(&scratch);
}

/* Who may do what in a folder that is made is for the umask to say. */
static void
folders_are_made_for_all(void **state)
{
	(void)state;
	struct scratch scratch;
	struct arena arena = {0};
	struct folders folders = {.arena = &arena, .base = AT_FDCWD, .root = -1, .spool = -1};
	scratch_open(&scratch);
	mode_t mask = umask(0);
	int folder = folder_make(&folders, AT_FDCWD, STR("open/deep"));
	umask(mask);
	assert_true(is_at(folder, "open/deep"));
	assert_int_equal(scratch_stat("open").st_mode & 0777, 0777);
	assert_int_equal(scratch_stat("open/deep").st_mode & 0777, 0777);
	arena_free(&arena);
	scratch_close(&scratch);
}

/* Where a run has no standard input, the first folder gets its descriptor. */
static void
descriptor_0_is_as_good_as_others(void **state)
{
	(void)state;
	struct scratch scratch;
	struct arena arena = {0};
	struct folders folders = {
		.arena = &arena, .base = AT_FDCWD, .root = -1, .spool = -1, .kept_max = 2};
	scratch_open(&scratch);
	int input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
	close(STDIN_FILENO);
	int folder = folder_enter_new(&folders, AT_FDCWD, STR("made"));
	int again = folder_enter(&folders, AT_FDCWD, STR("made"));
	int same = folder_enter_new(&folders, AT_FDCWD, STR("made"));
	folder_leave(&folders);
	bool is_closed = fcntl(STDIN_FILENO, F_GETFD) < 0;
	assert_int_equal(dup2(input, STDIN_FILENO), STDIN_FILENO);
	disk_close(input);
	assert_int_equal(folder, 0);
	assert_int_equal(again, 0);
	assert_int_equal(same, 0);
	assert_true(is_closed);
	arena_free(&arena);
	scratch_close(&scratch);
}

static void
empty_folders_go_with_those_above(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	static const char *const folders[] = {"in", "in/a", "in/a/b", "in/a/b/c", "in/x", "in/x/y"};
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		assert_int_equal(mkdir(folders[i], 0777), 0);
	}
	scratch_put("in/x/file", "kept");
	int base = open("in", O_RDONLY | O_DIRECTORY);
	folder_remove_empty(base, STR("a/b/c"));
	assert_false(scratch_has("in/a"));
	folder_remove_empty(base, STR("x/y"));
	assert_false(scratch_has("in/x/y"));
	assert_true(scratch_has("in/x/file") && scratch_has("in"));
	close(base);
	scratch_close(&scratch);
}

/* A folder that was entered stays the one that it was; beyond the most the last one gives way. */
static void
folders_stay_open_until_they_are_left(void **state)
{
	(void)state;
	struct scratch scratch;
	struct arena arena = {0};
	struct folders folders = {
		.arena = &arena, .base = AT_FDCWD, .root = -1, .spool = -1, .kept_max = 1};
	scratch_open(&scratch);
	assert_int_equal(mkdir("a", 0777) + mkdir("in", 0777) + mkdir("in/a", 0777), 0);
	int open_before = scratch_count("/proc/self/fd");
	int base = open("in", O_RDONLY | O_DIRECTORY);
	int first = folder_enter(&folders, AT_FDCWD, STR("a"));
	assert_true(first >= 0);
	int other = folder_enter(&folders, base, STR("a"));
	assert_true(other >= 0 && other != first);
	assert_int_equal(rename("a", "moved"), 0);
	assert_int_equal(folder_enter(&folders, AT_FDCWD, STR("a")), first);
	assert_int_equal(folder_enter(&folders, base, STR("a")), other);
	assert_int_equal(folder_enter(&folders, AT_FDCWD, STR("new/deep")), -1);
	assert_int_equal(errno, ENOENT);
	assert_true(folder_enter_new(&folders, AT_FDCWD, STR("new/deep")) >= 0);
	assert_true(scratch_has("new/deep"));
	assert_true(folder_enter(&folders, base, STR("a")) >= 0);
	assert_int_equal(folder_enter(&folders, AT_FDCWD, STR("a")), first);
	assert_int_equal(scratch_count("/proc/self/fd"), open_before + 3);
	folder_leave(&folders);
	assert_int_equal(folder_enter(&folders, AT_FDCWD, STR("a")), -1);
	close(base);
	assert_int_equal(scratch_count("/proc/self/fd"), open_before);
	arena_free(&arena);
	scratch_close(&scratch);
}

static void
names_of_temps_are_known(void **state)
{
	(void)state;
	static const char *const no_names[] = {"", ".errspec-", ".errspec-0123456789abcde",
		".errspec-0123456789abcdef0", ".errspec-0123456789abcdeF",
		".errspec-0123456789abcdeg", "errspec-0123456789abcdef",
		".errspec-one-0123456789abcde", ".errspec-one-0123456789abcdef0",
		".errspec-new-0123456789abcdef0", ".errspec-old-0123456789abcdef"};
	char name[TEMP_NAME];
	for (enum temp_kind kind = TEMP_OF_RUN; kind <= TEMP_ALONE; kind++) {
		assert_true(temp_random_name(name, kind));
		assert_true(temp_is_name(str_from(name), kind));
		assert_true(leftover_is_name(str_from(name)));
		assert_false(temp_is_name(
			str_from(name), kind == TEMP_ALONE ? TEMP_OF_RUN : TEMP_ALONE));
	}
	for (size_t i = 0; i < sizeof(no_names) / sizeof(no_names[0]); i++) {
		assert_false(leftover_is_name(str_from(no_names[i])));
	}
}

static void
copies_are_whole_or_fail(void **state)
{
	(void)state;
	struct scratch scratch;
	struct temp temp;
	scratch_open(&scratch);
	scratch_put("from", "0123456789");
	int folder = open(".", O_RDONLY | O_DIRECTORY), from = open("from", O_RDONLY);
	int spool = temp_open_spool(folder);
	assert_true(spool >= 0);
	assert_true(temp_open_spooled(&temp, spool) && temp_copy(&temp, from, 0, 10));
	assert_int_equal(temp.length, 10);
	assert_true(temp_open_spooled(&temp, spool) && temp_copy(&temp, from, 3, 2));
	assert_true(temp_write(&temp, "56", 2));
	assert_true(temp_set_mode(&temp, 0640) && temp_link(&temp, folder));
	scratch_expect(temp.name, "3456");
	assert_int_equal(scratch_stat(temp.name).st_mode & 0777, 0640);
	temp_discard(&temp, folder);
	assert_true(temp_open_spooled(&temp, spool));
	assert_false(temp_copy(&temp, from, 0, 11));
	assert_int_equal(errno, EIO);
	assert_false(temp_copy(&temp, from, 10, 1));
	temp_discard(&temp, folder);
	assert_true(fcntl(spool, F_GETFD) >= 0);
	assert_int_equal(scratch_count("."), 1);
	close(spool);
	close(from);
	close(folder);
	scratch_close(&scratch);
}

enum { WALKS = 4000 };

/* Exchanges folders with links, out of the tree and within it, until it is killed. */
static pid_t
start_swapping(void)
{
	fflush(NULL);
	pid_t swapping = fork();
	if (swapping == 0) {
		for (;;) {
			renameat2(AT_FDCWD, "in/a", AT_FDCWD, "in/link", RENAME_EXCHANGE);
			renameat2(AT_FDCWD, "in/one", AT_FDCWD, "in/other", RENAME_EXCHANGE);
		}
	}
	return swapping;
}

/* A walk goes into no folder that became a link after it was looked at. */
static void
rule_6_walks_follow_no_link(void **state)
{
	(void)state;
	struct scratch scratch;
	struct bench bench;
	struct limits limits = limits_standard();
	bool is_out = false;
	scratch_open(&scratch);
	bench_open(&bench);
	static const char *const folders[] = {
		"in", "in/a", "away", "in/one", "in/one/deep", "in/two", "in/two/deep"};
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		assert_int_equal(mkdir(folders[i], 0777), 0);
	}
	scratch_put("in/a/file", "");
	scratch_put("away/secret", "");
	scratch_put("in/two/deep/file", "");
	assert_int_equal(symlink("../away", "in/link") + symlink("two", "in/other"), 0);
	int folder = open("in", O_RDONLY | O_DIRECTORY);
	pid_t swapping = start_swapping();
	for (int i = 0; i < WALKS; i++) {
		struct vec paths = {0};
		walk_files(&bench.sink, &limits, folder, STR("in"), &paths);
		for (uint32_t j = 0; j < paths.count; j++) {
			struct str path = VEC_AT(&paths, struct str, j);
			is_out = is_out || str_ends(path, STR("/secret")) ||
				str_equal(path, STR("one/deep/file"));
		}
	}
	kill(swapping, SIGKILL);
	waitpid(swapping, NULL, 0);
	assert_false(is_out);
	close(folder);
	bench_close(&bench);
	scratch_close(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_have_room_for_their_end),
		cmocka_unit_test(folders_are_made_by_several_at_once),
		cmocka_unit_test(the_root_is_a_folder_too),
		cmocka_unit_test(folders_are_made_for_all),
		cmocka_unit_test(descriptor_0_is_as_good_as_others),
		cmocka_unit_test(empty_folders_go_with_those_above),
		cmocka_unit_test(folders_stay_open_until_they_are_left),
		cmocka_unit_test(names_of_temps_are_known),
		cmocka_unit_test(copies_are_whole_or_fail),
		cmocka_unit_test(rule_6_walks_follow_no_link),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
