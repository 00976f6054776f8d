/* Runs in a process of their own, which may be hindered, denied or killed. */
#ifndef ERRSPEC_TESTS_CHILD_H
#define ERRSPEC_TESTS_CHILD_H

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

#include "run.h"

/* What a child writes: up to four files below out/, of some size, with a text for each version. */
struct version {
	char letter; /* the text's */
	size_t size;
	int files;
	int kill_at; /* the child kills itself before this chunk, from 1; 0: never */
};

enum { VERSION_PATHS = 4 };

static const char *const version_paths[VERSION_PATHS] = {"a", "new/b", "c", "new/deep/d"};

/* Fills the out with lines of one letter, long enough for readers to see a torn file. */
static inline void
version_fill(struct out *out, struct version version, int *chunks)
{
	for (size_t i = 0; i < version.size; i++) {
		if (i % OUT_CHUNK == 0 && version.kill_at > 0 && ++*chunks == version.kill_at) {
			raise(SIGKILL);
		}
		out_add_char(out, i % 64 == 63 ? '\n' : version.letter);
	}
}

/* Writes a version without asserting anything; the report is left in the bench. */
static inline bool
version_write(struct run *run, struct version version)
{
	bool done = true;
	int chunks = 0;
	bench_open(&run->bench);
	run->limits = limits_standard();
	if (!outputs_open(&run->outputs, &run->bench.sink, &run->limits,
		    (struct file_base){.folder = STR("out")}, OUTPUTS_WRITE)) {
		return false;
	}
	for (int i = 0; done && i < version.files; i++) {
		struct out *out = outputs_begin(&run->outputs, (struct span){0}, STR("c"),
			str_from(version_paths[i]), false);
		if (out != NULL) {
			version_fill(out, version, &chunks);
		}
		done = out != NULL && outputs_end(&run->outputs);
	}
	done = done && outputs_commit(&run->outputs);
	outputs_close(&run->outputs);
	return done;
}

/* The letter of a file that is whole, 0 for a missing one; a torn one fails. */
static inline char
version_read(const char *path, size_t size)
{
	size_t length;
	char *text = scratch_get(path, &length);
	if (text == NULL) {
		return 0;
	}
	char letter = text[0];
	assert_int_equal(length, size);
	for (size_t i = 0; i < length; i++) {
		assert_int_equal(text[i], i % 64 == 63 ? '\n' : letter);
	}
	free(text);
	return letter;
}

/* Whether a folder holds, at any depth, a name that errspec gives its temps. */
static inline bool
version_left_temps(void)
{
	return system("test -z \"$(find . -name '.errspec-*')\"") != 0;
}

/*
 * Hinders the process, then writes the version and exits with 0 or 1, 2 where it cannot be
 * hindered so. The report goes to the file "report" of the working directory. It is exit that ends
 * it, because what coverage has counted is written then.
 */
static inline pid_t
child_start(bool (*hinder)(void), struct version version)
{
	int report = open("report", O_CREAT | O_TRUNC | O_WRONLY, 0666);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		struct run run;
		if (hinder != NULL && !hinder()) {
			exit(2);
		}
		bool done = version_write(&run, version);
		const char *text = bench_report(&run.bench);
		size_t length = strlen(text);
		exit(write(report, text, length) == (ssize_t)length && done ? 0 : 1);
	}
	close(report);
	assert_true(child > 0);
	return child;
}

/* Waits for a child: its exit code, or minus the signal that ended it. */
static inline int
child_wait(pid_t child)
{
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

#endif
