/*
 * Runs one program with its output thrown away and prints what it used. It is small on purpose: a
 * program's peak memory starts at that of the process that started it, and Python's would hide
 * the program's own.
 *
 *     measure PROGRAM [ARGUMENT...]
 *
 * Prints: exit status, CPU time (user and system) in microseconds, wall time in microseconds, peak
 * resident memory in KiB. A program killed by a signal has the status 128 + signal.
 */

#define _DEFAULT_SOURCE /* wait4 */

#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static long
time_microseconds(struct timeval time)
{
	return (long)time.tv_sec * 1000000 + (long)time.tv_usec;
}

static long
wall_microseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Starts the program with standard output going nowhere; false after a message. */
static bool
program_start(char **argv, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	const int error = posix_spawnp(child, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (error != 0) {
		fprintf(stderr, "measure: %s: %s\n", argv[0], strerror(error));
	}
	return error == 0;
}

int
main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("usage: measure PROGRAM [ARGUMENT...]\n", stderr);
		return 2;
	}
	const long start = wall_microseconds();
	pid_t child;
	if (!program_start(argv + 1, &child)) {
		return 2;
	}
	int status = 0;
	struct rusage usage;
	if (wait4(child, &status, 0, &usage) != child) {
		perror("measure");
		return 2;
	}
	const long wall = wall_microseconds() - start;
	const long cpu = time_microseconds(usage.ru_utime) + time_microseconds(usage.ru_stime);
	const int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
	printf("%d %ld %ld %ld\n", code, cpu, wall, usage.ru_maxrss);
	return fclose(stdout) == 0 ? 0 : 2;
}
