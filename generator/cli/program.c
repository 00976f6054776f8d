#include "cli/program.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/file.h"
#include "base/visible.h"

extern char **environ;

void
program_split(struct run *run, struct str command, struct vec *words)
{
	for (size_t at = 0; at < command.length;) {
		size_t end = str_find(command, at, ' ');
		if (end > at) {
			struct str word = {command.data + at, end - at};
			VEC_PUSH(words, &run->arena, struct str, word);
		}
		at = end + 1;
	}
}

/* The words as execve takes them. */
static char **
arguments_of(struct run *run, const struct vec *words)
{
	char **arguments = arena_alloc(&run->arena, (words->count + 1) * sizeof(*arguments));
	for (uint32_t i = 0; i < words->count; i++) {
		struct str word = arena_copy(&run->arena, VEC_AT(words, struct str, i));
		arguments[i] = (char *)(uintptr_t)word.data;
	}
	return arguments;
}

static bool
report(struct run *run, struct str name, struct str reason)
{
	RUN_FAIL(run, ERRSPEC_PROGRAM_FAILED, name, reason);
	return false;
}

/* Starts the program with its output into the pipe, its complaints to a file; 0 or an errno. */
static int
start(char **arguments, const int *pipes, int complaints, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);
	if (error != 0) {
		return error;
	}
	posix_spawn_file_actions_adddup2(&actions, pipes[1], STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO);
	posix_spawn_file_actions_addclose(&actions, pipes[0]);
	posix_spawn_file_actions_addclose(&actions, pipes[1]);
	error = posix_spawnp(child, arguments[0], &actions, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

/* How the program ended; false if not well. */
static bool
wait_for(struct run *run, pid_t child, struct str name)
{
	int status;
	while (waitpid(child, &status, 0) < 0) {
		if (errno != EINTR) {
			return report(run, name, str_from(strerror(errno)));
		}
	}
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
		return true;
	}
	struct str number = arena_number(
		&run->arena, WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
	struct str how = WIFEXITED(status) ? STR("it ended with ") : STR("it was ended by signal ");
	return report(run, name, ARENA_JOIN(&run->arena, how, number));
}

enum { COMPLAINTS_MOST = 64 * 1024 }; /* bytes that are shown */

/* Shows what the program complained of: there may be lines of hostile files in it. */
static void
show(FILE *complaints)
{
	struct buf text = {0}, shown = {0};
	rewind(complaints);
	text.length = fread(buf_reserve(&text, COMPLAINTS_MOST), 1, COMPLAINTS_MOST, complaints);
	visible_add_lines(&shown, buf_str(&text));
	disk_write(STDERR_FILENO, shown.data, shown.length);
	buf_free(&text);
	buf_free(&shown);
}

/* Runs the program with its complaints to a file. */
static bool
run_with(struct run *run, const struct vec *words, FILE *complaints, struct str *output)
{
	char **arguments = arguments_of(run, words);
	struct str name = VEC_AT(words, struct str, 0);
	int pipes[2];
	pid_t child;
	if (pipe(pipes) != 0) {
		return report(run, name, str_from(strerror(errno)));
	}
	int error = start(arguments, pipes, fileno(complaints), &child);
	close(pipes[1]);
	if (error != 0) {
		close(pipes[0]);
		return report(run, name, str_from(strerror(error)));
	}
	bool is_read = file_read_all(&run->sink, pipes[0], name, (struct span){0},
		run->limits.value[LIMIT_INPUT], limit_table[LIMIT_INPUT].name, output);
	bool is_fine = wait_for(run, child, name) && is_read;
	show(complaints);
	return is_fine;
}

bool
program_run(struct run *run, const struct vec *words, struct str *output)
{
	FILE *complaints = tmpfile();
	if (complaints == NULL) {
		return report(run, VEC_AT(words, struct str, 0), str_from(strerror(errno)));
	}
	bool is_fine = run_with(run, words, complaints, output);
	fclose(complaints);
	return is_fine;
}
