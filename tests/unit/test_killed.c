/*
 * A run stopped at every system call, and a run in which every system call fails once: each file
 * is old or new, and whole.
 */
#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/user.h>

#include "child.h"
#include "deny.h"

static const struct version OLD = {.letter = 'o', .size = OUT_CHUNK + 7, .files = 1};
static const struct version NEW = {.letter = 'n', .size = OUT_CHUNK + 7, .files = 4};

/* FAILED: unlike what a sanitizer exits with when it gets no memory. */
enum { CALLS_MAX = 1000, FAILED = 3 };

/* So few descriptors that all but the first outputs share a file until the commit. */
static bool
limit_descriptors(void)
{
	struct rlimit limit = {10, 10};
	return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

/* A child that waits before its first step for the one who traces it. */
static pid_t
start_traced(bool (*hinder)(void))
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		struct run run;
		if (hinder != NULL && !hinder()) {
			_exit(2);
		}
		if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0 || raise(SIGSTOP) != 0) {
			_exit(2);
		}
		_exit(version_write(&run, NEW) ? 0 : FAILED);
	}
	assert_true(child > 0);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) || WIFSTOPPED(status));
	if (WIFEXITED(status)) {
		print_message("# no process can be traced here\n");
		skip();
	}
	assert_int_equal(ptrace(PTRACE_SETOPTIONS, child, NULL,
				 (void *)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)),
		0);
	return child;
}

/* Runs on to where the next system call begins or ends; false where the child has ended. */
static bool
step(pid_t child, int *status)
{
	assert_int_equal(ptrace(PTRACE_SYSCALL, child, NULL, NULL), 0);
	assert_int_equal(waitpid(child, status, 0), child);
	if (WIFSTOPPED(*status)) {
		assert_int_equal(WSTOPSIG(*status), SIGTRAP | 0x80);
	}
	return WIFSTOPPED(*status);
}

/* The number of the system call that begins now. */
static long
call_number(pid_t child)
{
	struct __ptrace_syscall_info info;
	assert_true(ptrace(PTRACE_GET_SYSCALL_INFO, child, (void *)sizeof(info), &info) > 0);
	assert_int_equal(info.op, PTRACE_SYSCALL_INFO_ENTRY);
	return (long)info.entry.nr;
}

static void
start_over(void)
{
	assert_int_equal(system("rm -rf out"), 0);
	assert_int_equal(child_wait(child_start(NULL, OLD)), 0);
}

/*
 * Whether nothing of the run has stayed but `temps` leftovers; old or new, the files are whole in
 * any case.
 */
static bool
is_untouched(int temps)
{
	char old = version_read("out/a", OLD.size), new = version_read("out/new/b", NEW.size);
	assert_true(old == 'o' || old == 'n');
	assert_true(new == 0 || new == 'n');
	return old == 'o' && scratch_count("out") == 1 + temps &&
		(temps > 0) == version_left_temps();
}

/* Kills a child where its n-th system call begins; false where it had ended before. */
static bool
kill_at(int n, bool (*hinder)(void), bool *is_committing)
{
	pid_t child = start_traced(hinder);
	int status;
	for (int i = 1; step(child, &status); i++) {
		long number = call_number(child);
		*is_committing = *is_committing || number == SYS_linkat || number == SYS_mkdirat;
		if (i == n) {
			kill(child, SIGKILL);
			waitpid(child, &status, 0);
			return true;
		}
		if (!step(child, &status)) {
			break;
		}
	}
	return false;
}

static bool
deny_unnamed(void)
{
	return deny(SYS_openat, 2, O_TMPFILE, EOPNOTSUPP);
}

/* Kills a run at each of its system calls; what it leaves, the next one clears. */
static void
kill_everywhere(bool (*hinder)(void))
{
	struct scratch scratch;
	scratch_open(&scratch);
	int n = 1, untouched = 0;
	for (bool goes_on = true; goes_on; n++) {
		bool is_committing = false;
		start_over();
		goes_on = kill_at(n, hinder, &is_committing);
		bool is_old = is_untouched(0);
		/* Where files always have a name, one may be left that was about to lose it. */
		bool is_clean = is_old || (hinder == deny_unnamed && is_untouched(1));
		assert_true(is_committing || is_clean);
		untouched += is_old;
		assert_int_equal(child_wait(child_start(NULL, NEW)), 0);
		assert_false(version_left_temps());
		assert_true(n < CALLS_MAX);
	}
	print_message("# killed at %d system calls, %d before the commit\n", n - 1, untouched);
	scratch_close(&scratch);
}

static void
rule_7_killed_runs_leave_old_or_new(void **state)
{
	(void)state;
	kill_everywhere(NULL);
}

static void
rule_7_killed_runs_with_few_descriptors_do_too(void **state)
{
	(void)state;
	kill_everywhere(limit_descriptors);
}

static void
rule_7_killed_runs_without_unnamed_files_do_too(void **state)
{
	(void)state;
	kill_everywhere(deny_unnamed);
}

#ifdef __x86_64__

/* Lets the system call that begins now fail, and gives its number. */
static long
fail_call(pid_t child, int error, int *status)
{
	long number = call_number(child);
	size_t number_at = offsetof(struct user_regs_struct, orig_rax);
	size_t result_at = offsetof(struct user_regs_struct, rax);
	assert_int_equal(ptrace(PTRACE_POKEUSER, child, (void *)number_at, (void *)-1L), 0);
	if (step(child, status)) {
		assert_int_equal(
			ptrace(PTRACE_POKEUSER, child, (void *)result_at, (void *)(long)-error), 0);
	}
	return number;
}

/* Lets the n-th system call of a child fail; its number, or -1 where there is none. */
static long
fail_at(int n, int error, int *status)
{
	pid_t child = start_traced(NULL);
	long number = -1;
	for (int i = 1; step(child, status); i++) {
		if (i == n && call_number(child) != SYS_exit_group) {
			number = fail_call(child, error, status);
		} else if (!step(child, status)) {
			break;
		}
	}
	return number;
}

static void
test_failing(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	int failed = 0, n = 1;
	for (long number = 0; number >= 0; n++) {
		int status;
		start_over();
		number = fail_at(n, EIO, &status);
		bool is_old = is_untouched(0);
		if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
			assert_int_equal(version_read("out/new/b", NEW.size), 'n');
			/* An old file stays by only where its removal is what failed. */
			assert_true(number == SYS_unlinkat || number == SYS_openat2 ||
				!version_left_temps());
		} else if (WIFEXITED(status) && WEXITSTATUS(status) == FAILED) {
			assert_true(is_old);
			failed++;
		}
		assert_true(n < CALLS_MAX);
	}
	print_message("# %d of %d failing system calls failed the run\n", failed, n - 2);
	assert_true(failed > 5);
	scratch_close(&scratch);
}

/* What signals break off is done again: no such call fails the run. */
static void
interruptions_are_passed_over(void **state)
{
	(void)state;
	static const long calls[] = {
		SYS_openat, SYS_openat2, SYS_read, SYS_write, SYS_pread64, SYS_flock};
	struct scratch scratch;
	int interrupted = 0, n = 1;
	scratch_open(&scratch);
	for (long number = 0; number >= 0; n++) {
		int status;
		bool is_restarted = false;
		start_over();
		number = fail_at(n, EINTR, &status);
		for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
			is_restarted = is_restarted || number == calls[i];
		}
		if (is_restarted) {
			assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
			assert_int_equal(version_read("out/new/b", NEW.size), 'n');
			interrupted++;
		}
		assert_true(n < CALLS_MAX);
	}
	print_message("# %d of %d system calls interrupted\n", interrupted, n - 2);
	assert_true(interrupted > 20);
	scratch_close(&scratch);
}

#else

static void
interruptions_are_passed_over(void **state)
{
	(void)state;
	print_message("# system calls are interrupted on x86_64 only\n");
	skip();
}

static void
test_failing(void **state)
{
	(void)state;
	print_message("# system calls are made to fail on x86_64 only\n");
	skip();
}

#endif

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rule_7_killed_runs_leave_old_or_new),
		cmocka_unit_test(rule_7_killed_runs_with_few_descriptors_do_too),
		cmocka_unit_test(rule_7_killed_runs_without_unnamed_files_do_too),
		cmocka_unit_test(test_failing),
		cmocka_unit_test(interruptions_are_passed_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
