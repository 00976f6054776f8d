/* Trouble: no space, no rights, no such system call; kills and crowds. Files stay whole. */
#include <sched.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "child.h"
#include "deny.h"

static const struct version OLD = {.letter = 'o', .size = 3 * OUT_CHUNK, .files = 1};
static const struct version NEW = {.letter = 'n', .size = 3 * OUT_CHUNK, .files = 4};

static void
disk_with_old(struct scratch *scratch)
{
	scratch_open(scratch);
	assert_int_equal(child_wait(child_start(NULL, OLD)), 0);
}

/* The old version stands alone. */
static void
expect_old(void)
{
	assert_int_equal(version_read("out/a", OLD.size), 'o');
	assert_int_equal(scratch_count("out"), 1);
}

static void
expect_new(void)
{
	for (int i = 0; i < VERSION_PATHS; i++) {
		char path[32];
		snprintf(path, sizeof(path), "out/%s", version_paths[i]);
		assert_int_equal(version_read(path, NEW.size), 'n');
	}
	assert_false(version_left_temps());
}

/* Gives up the superuser's rights, if it has them. */
static bool
be_nobody(void)
{
	return getuid() != 0 || setuid(65534) == 0;
}

static void
test_read_only(void **state)
{
	(void)state;
	struct scratch scratch;
	disk_with_old(&scratch);
	assert_int_equal(chmod("out", 0555), 0);
	assert_int_equal(child_wait(child_start(be_nobody, NEW)), 1);
	scratch_expect(
		"report", "errspec: error: cannot write 'out/a': Permission denied [ES0111]\n");
	expect_old();
	assert_int_equal(child_wait(child_start(be_nobody, OLD)), 0);
	assert_int_equal(chmod("out", 0755), 0);
	scratch_close(&scratch);
}

static bool
limit_files(void)
{
	struct rlimit limit = {2 * OUT_CHUNK + 1, 2 * OUT_CHUNK + 1};
	return signal(SIGXFSZ, SIG_IGN) != SIG_ERR && setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

static void
test_file_limit(void **state)
{
	(void)state;
	struct scratch scratch;
	disk_with_old(&scratch);
	assert_int_equal(child_wait(child_start(limit_files, NEW)), 1);
	scratch_expect("report", "errspec: error: cannot write 'out/a': File too large [ES0111]\n");
	expect_old();
	scratch_close(&scratch);
}

static bool
limit_descriptors(void)
{
	struct rlimit limit = {12, 12};
	return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

static void
test_few_descriptors(void **state)
{
	(void)state;
	struct scratch scratch;
	disk_with_old(&scratch);
	int code = child_wait(child_start(limit_descriptors, NEW));
	scratch_expect("report", "");
	assert_int_equal(code, 0);
	expect_new();
	scratch_close(&scratch);
}

/* A disk of 500 KiB that only this process sees; the old version fits, not the new one as well. */
static bool
fill_disk(void)
{
	struct run run;
	return (unshare(CLONE_NEWNS) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) &&
		mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
		mount("none", "out", "tmpfs", 0, "size=500k") == 0 && version_write(&run, OLD);
}

/* What the small disk looks like cannot be seen from outside: the child looks itself. */
static bool
expect_full(void)
{
	struct run run;
	if (!fill_disk()) {
		return false;
	}
	bool failed = !version_write(&run, NEW) &&
		strcmp(bench_report(&run.bench),
			"errspec: error: cannot write 'out/new/b': No space left on device "
			"[ES0111]\n") == 0;
	exit(failed && version_read("out/a", OLD.size) == 'o' && scratch_count("out") == 1 ? 0 : 1);
}

static void
test_full_disk(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	int code = child_wait(child_start(expect_full, NEW));
	scratch_close(&scratch);
	if (code == 2) {
		print_message("# no disk can be mounted here\n");
		skip();
	}
	assert_int_equal(code, 0);
}

static bool
deny_unnamed(void)
{
	return deny(SYS_openat, 2, O_TMPFILE, EOPNOTSUPP);
}

static bool
deny_link(void)
{
	return deny(SYS_linkat, 0, 0, ENOENT);
}

static bool
deny_exchange(void)
{
	return deny(SYS_renameat2, 4, 2, EINVAL);
}

static bool
deny_beneath(void)
{
	return deny(SYS_openat2, 0, 0, ENOSYS);
}

static bool
deny_all(void)
{
	return deny_unnamed() && deny_link() && deny_exchange() && deny_beneath();
}

/* The same comes of it where a system cannot do what the usual way needs. */
static void
test_old_systems(void **state)
{
	(void)state;
	static bool (*const ways[])(void) = {
		deny_unnamed, deny_link, deny_exchange, deny_beneath, deny_all};
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		struct scratch scratch;
		disk_with_old(&scratch);
		int code = child_wait(child_start(ways[i], NEW));
		if (code == 2) {
			scratch_close(&scratch);
			print_message("# no system call can be denied here\n");
			skip();
		}
		scratch_expect("report", "");
		assert_int_equal(code, 0);
		expect_new();
		scratch_close(&scratch);
	}
}

/* Fails at its third change, which a folder is in the way of. */
static bool
fail_without_exchange(void)
{
	struct run run;
	if (!deny_exchange()) {
		return false;
	}
	run_open(&run, "out", OUTPUTS_WRITE);
	bool done = run_put(&run, "a", false, STR("new")) &&
		run_put(&run, "b", false, STR("new")) && run_put(&run, "c", false, STR("new")) &&
		mkdir("out/c", 0777) == 0 && outputs_commit(&run.outputs);
	run_close(&run);
	exit(done ? 0 : 1);
}

/* What cannot be exchanged is undone as far as that goes; nobody's file is lost. */
static void
rule_7_failures_without_exchange_lose_no_file(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	scratch_put("out/a", "old");
	int code = child_wait(child_start(fail_without_exchange, NEW));
	assert_true(code == 1 || code == 2);
	assert_true(scratch_has("out/a"));
	assert_false(scratch_has("out/b"));
	scratch_close(&scratch);
}

static bool
deny_all_and_limit(void)
{
	return deny_all() && limit_files();
}

/* Temps with names vanish as well when a run fails. */
static void
test_old_system_fails(void **state)
{
	(void)state;
	struct scratch scratch;
	disk_with_old(&scratch);
	int code = child_wait(child_start(deny_all_and_limit, NEW));
	assert_true(code == 1 || code == 2);
	expect_old();
	scratch_close(&scratch);
}

static void
test_killed_while_rendering(void **state)
{
	(void)state;
	struct scratch scratch;
	disk_with_old(&scratch);
	for (int chunk = 1; chunk <= 4 * 3; chunk++) {
		struct version version = NEW;
		version.kill_at = chunk;
		assert_int_equal(child_wait(child_start(NULL, version)), -SIGKILL);
		expect_old();
	}
	scratch_close(&scratch);
}

static const char *const leftovers[] = {".errspec-0123456789abcdef",
	".errspec-one-0123456789abcdef", ".errspec-new-0123456789abcdef"};

static const char *const others[] = {".errspec-0123456789abcdeg", ".errspec-0123456789abcde",
	".errspec-0123456789abcdef0", ".errspec-one-0123456789abcdef0", ".errspec-",
	"errspec-0123456789abcdef"};

enum {
	LEFTOVERS = sizeof(leftovers) / sizeof(leftovers[0]),
	OTHERS = sizeof(others) / sizeof(others[0])
};

/* Puts leftovers, and what only looks like them, into a folder. */
static void
put_leftovers(const char *folder)
{
	char path[64];
	for (int i = 0; i < LEFTOVERS + OTHERS; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder,
			i < LEFTOVERS ? leftovers[i] : others[i - LEFTOVERS]);
		scratch_put(path, "left");
	}
}

static bool
has(const char *folder, const char *name)
{
	char path[64];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return scratch_has(path);
}

/* What a run that was killed in its commit left is cleared, and nothing else. */
static void
rule_7_leftovers_are_cleared(void **state)
{
	(void)state;
	struct scratch scratch;
	disk_with_old(&scratch);
	assert_int_equal(mkdir("out/new", 0777), 0);
	put_leftovers("out");
	put_leftovers("out/new");
	struct version version = OLD;
	version.files = 2;
	assert_int_equal(child_wait(child_start(NULL, version)), 0);
	for (int i = 0; i < LEFTOVERS; i++) {
		assert_false(has("out", leftovers[i]) || has("out/new", leftovers[i]));
	}
	assert_int_equal(scratch_count("out"), OTHERS + 2);
	assert_int_equal(scratch_count("out/new"), OTHERS + 1);
	scratch_close(&scratch);
}

/* Who changes one file alone clears what its like left, and not what a run may be exchanging. */
static void
rule_7_single_changes_clear_their_own(void **state)
{
	(void)state;
	struct scratch scratch;
	struct bench bench;
	scratch_open(&scratch);
	bench_open(&bench);
	assert_int_equal(mkdir("d", 0777), 0);
	put_leftovers("d");
	assert_true(change_write(&bench.sink, STR("d/stamp"), STR("")));
	assert_false(has("d", leftovers[1]));
	assert_true(has("d", leftovers[0]) && has("d", leftovers[2]) && has("d", "stamp"));
	assert_int_equal(scratch_count("d"), LEFTOVERS - 1 + OTHERS + 1);
	bench_close(&bench);
	scratch_close(&scratch);
}

/* Nobody clears what a living one has put there. */
static void
rule_7_the_living_are_left_alone(void **state)
{
	(void)state;
	struct scratch scratch;
	disk_with_old(&scratch);
	assert_int_equal(mkdir("out/new", 0777), 0);
	put_leftovers("out/new");
	struct version version = OLD;
	version.files = 2;
	int folder = open("out/new", O_RDONLY | O_DIRECTORY);
	assert_int_equal(flock(folder, LOCK_EX), 0);
	assert_int_equal(child_wait(child_start(NULL, version)), 0);
	assert_true(has("out/new", leftovers[1]));
	close(folder);
	assert_int_equal(child_wait(child_start(NULL, version)), 0);
	assert_false(has("out/new", leftovers[1]));
	scratch_close(&scratch);
}

/* A change that cannot be made takes the others back. */
static void
test_undone(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	disk_with_old(&scratch);
	run_open(&run, "out", OUTPUTS_WRITE);
	assert_true(run_put(&run, "a", false, STR("new")));
	assert_true(run_put(&run, "d/b", false, STR("new")));
	assert_true(run_put(&run, "c", false, STR("new")));
	assert_true(run_put(&run, "d/e", false, STR("new")));
	assert_int_equal(mkdir("out/c", 0777), 0);
	assert_false(outputs_commit(&run.outputs));
	assert_string_equal(bench_report(&run.bench),
		"errspec: error: cannot write 'out/c': Is a directory [ES0111]\n");
	run_close(&run);
	assert_int_equal(rmdir("out/c"), 0);
	expect_old();
	scratch_close(&scratch);
}

enum { WRITERS = 8, RUNS = 15 };

/* Writes two versions in turn; exits with 0 if all runs succeeded. */
static pid_t
start_writer(char letter)
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		bool done = true;
		for (int i = 0; done && i < RUNS; i++) {
			struct run run;
			struct version version = {
				(char)(letter + i % 2), OLD.size, VERSION_PATHS, 0};
			done = version_write(&run, version);
			bench_close(&run.bench);
		}
		exit(done ? 0 : 1);
	}
	assert_true(child > 0);
	return child;
}

/* Readers see every file whole at any time, and never that it is missing. */
static void
test_crowd(void **state)
{
	(void)state;
	struct scratch scratch;
	pid_t writers[WRITERS];
	int reads = 0, ended = 0;
	disk_with_old(&scratch);
	for (int i = 0; i < WRITERS; i++) {
		writers[i] = start_writer((char)('a' + 2 * i));
	}
	while (ended < WRITERS) {
		assert_int_not_equal(version_read("out/a", OLD.size), 0);
		version_read("out/new/deep/d", OLD.size);
		int status;
		if (waitpid(writers[ended], &status, WNOHANG) == writers[ended]) {
			assert_int_equal(status, 0);
			ended++;
		}
		reads++;
	}
	assert_true(reads > WRITERS);
	assert_false(version_left_temps());
	scratch_close(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_only),
		cmocka_unit_test(test_file_limit),
		cmocka_unit_test(test_few_descriptors),
		cmocka_unit_test(test_full_disk),
		cmocka_unit_test(test_old_systems),
		cmocka_unit_test(rule_7_failures_without_exchange_lose_no_file),
		cmocka_unit_test(test_old_system_fails),
		cmocka_unit_test(test_killed_while_rendering),
		cmocka_unit_test(rule_7_leftovers_are_cleared),
		cmocka_unit_test(rule_7_single_changes_clear_their_own),
		cmocka_unit_test(rule_7_the_living_are_left_alone),
		cmocka_unit_test(test_undone),
		cmocka_unit_test(test_crowd),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
