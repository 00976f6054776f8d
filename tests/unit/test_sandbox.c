/* The sandbox: planted calls outside of what was allowed are stopped, those inside go on. */
#include "base/sandbox.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "scratch.h"

/* "in" to write to, "read" to read, "out" for nothing, and a file in each. */
static int
make_tree(void **state)
{
	static struct scratch scratch;
	static const char *const folders[] = {"in", "read", "out"};
	static const char *const files[] = {"in/file", "read/file", "out/file"};
	*state = &scratch;
	scratch_open(&scratch);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(mkdir(folders[i], 0777), 0);
		scratch_put(files[i], "x");
	}
	return 0;
}

static int
remove_tree(void **state)
{
	scratch_close(*state);
	return 0;
}

static bool
allow(struct sandbox *sandbox, const char *path, enum sandbox_right right)
{
	int descriptor = open(path, O_PATH | O_CLOEXEC);
	bool is_allowed = descriptor >= 0 && sandbox_allow(sandbox, descriptor, right);
	close(descriptor);
	return is_allowed;
}

static bool
enter(void)
{
	struct sandbox sandbox;
	struct str reason;
	return sandbox_open(&sandbox, &reason) && allow(&sandbox, "in", SANDBOX_WRITE) &&
		allow(&sandbox, "read", SANDBOX_READ) && sandbox_enter(&sandbox);
}

static bool
opens(const char *path, int flags)
{
	int descriptor = open(path, flags | O_CLOEXEC, 0666);
	int error = errno;
	if (descriptor >= 0) {
		close(descriptor);
	}
	errno = error;
	return descriptor >= 0;
}

static bool
runs(const char *path)
{
	char *const words[] = {(char *)(uintptr_t)path, NULL};
	return execv(path, words) == 0;
}

static bool
connects(void)
{
	int plug = socket(AF_INET, SOCK_STREAM, 0);
	struct sockaddr nowhere = {.sa_family = AF_INET};
	return connect(plug, &nowhere, sizeof(nowhere)) == 0;
}

/* What a run could be brought to try; true if it is done. */
static bool
do_call(int number)
{
	switch (number) {
	case 0:
		return opens("out/new", O_WRONLY | O_CREAT);
	case 1:
		return opens("out/file", O_WRONLY);
	case 2:
		return opens("out/file", O_RDONLY);
	case 3:
		return opens("out/file", O_RDONLY | O_TRUNC);
	case 4:
		return truncate("out/file", 0) == 0;
	case 5:
		return unlink("out/file") == 0;
	case 6:
		return mkdir("out/folder", 0777) == 0;
	case 7:
		return rename("out/file", "out/other") == 0;
	case 8:
		return symlink("file", "out/link") == 0;
	case 9:
		return opens("out", O_RDONLY | O_DIRECTORY);
	case 10:
		return opens("read/new", O_WRONLY | O_CREAT);
	case 11:
		return opens("read/file", O_RDWR);
	case 12:
		return truncate("read/file", 0) == 0;
	case 13:
		return unlink("read/file") == 0;
	case 14:
		return opens("in/../out/new", O_WRONLY | O_CREAT);
	case 15:
		return symlink("../out/file", "in/link") == 0;
	case 16:
		return mkfifo("in/pipe", 0666) == 0;
	case 17:
		return runs("/bin/sh");
	default:
		return false;
	}
}

enum { CALLS = 18 };

/* The call in a process of its own, in the sandbox; 0 if it was done, else its errno. */
static int
outcome(bool (*call)(int), int number)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		errno = 0;
		_exit(!enter() ? 255 : call(number) ? 0 : errno);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
skip_without_landlock(void)
{
	struct sandbox sandbox;
	struct str reason;
	if (!sandbox_open(&sandbox, &reason)) {
		print_message("%.*s\n", (int)reason.length, reason.data);
		skip();
	}
	sandbox_close(&sandbox);
}

static void
planted_calls_are_stopped(void **state)
{
	(void)state;
	skip_without_landlock();
	for (int i = 0; i < CALLS; i++) {
		assert_int_equal(outcome(do_call, i), EACCES);
	}
	scratch_expect("out/file", "x");
	assert_int_equal(scratch_count("out"), 1);
	assert_int_equal(scratch_count("in"), 1);
}

/* Out of the folder and into it leads no rename and no link either. */
static bool
do_move(int number)
{
	switch (number) {
	case 0:
		return rename("in/file", "out/moved") == 0;
	case 1:
		return rename("out/file", "in/moved") == 0;
	case 2:
		return link("in/file", "out/linked") == 0;
	default:
		return link("read/file", "in/linked") == 0;
	}
}

static void
nothing_is_moved_across(void **state)
{
	(void)state;
	skip_without_landlock();
	for (int i = 0; i < 4; i++) {
		int error = outcome(do_move, i);
		assert_true(error == EACCES || error == EXDEV);
	}
}

/* All that a run does in its folder. */
static bool
do_work(int number)
{
	(void)number;
	return opens("read/file", O_RDONLY) && opens("read", O_RDONLY | O_DIRECTORY) &&
		mkdir("in/a", 0777) == 0 && mkdir("in/b", 0777) == 0 &&
		opens("in/a/new", O_WRONLY | O_CREAT | O_EXCL) && truncate("in/a/new", 10) == 0 &&
		rename("in/a/new", "in/b/new") == 0 && link("in/b/new", "in/a/other") == 0 &&
		opens("in/b/new", O_RDWR | O_TRUNC) && unlink("in/a/other") == 0 &&
		unlink("in/b/new") == 0 && rmdir("in/a") == 0 && rmdir("in/b") == 0;
}

static void
work_goes_on_inside(void **state)
{
	(void)state;
	skip_without_landlock();
	assert_int_equal(outcome(do_work, 0), 0);
}

static bool
do_connect(int number)
{
	(void)number;
	return connects();
}

static void
nothing_is_connected(void **state)
{
	(void)state;
	struct sandbox sandbox;
	struct str reason;
	if (!sandbox_open(&sandbox, &reason) || sandbox.version < 4) {
		skip();
	}
	sandbox_close(&sandbox);
	assert_int_equal(outcome(do_connect, 0), EACCES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(planted_calls_are_stopped),
		cmocka_unit_test(nothing_is_moved_across),
		cmocka_unit_test(work_goes_on_inside),
		cmocka_unit_test(nothing_is_connected),
	};
	return cmocka_run_group_tests(tests, make_tree, remove_tree);
}
