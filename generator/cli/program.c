#include "cli/program.h"

#include <errno.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

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

/* Starts the program with its output into the pipe; 0 or an errno. */
static int
start(char **arguments, const int *pipes, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);
	if (error != 0) {
		return error;
	}
	posix_spawn_file_actions_adddup2(&actions, pipes[1], STDOUT_FILENO);
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

bool
program_run(struct run *run, const struct vec *words, struct str *output)
{
	char **arguments = arguments_of(run, words);
	int pipes[2];
	pid_t child;
	if (words->count == 0 || pipe(pipes) != 0) {
		return report(run, STR(""), str_from(strerror(words->count == 0 ? ENOENT : errno)));
	}
	struct str name = VEC_AT(words, struct str, 0);
	int error = start(arguments, pipes, &child);
	close(pipes[1]);
	if (error != 0) {
		close(pipes[0]);
		return report(run, name, str_from(strerror(error)));
	}
	bool is_read = file_read_all(&run->sink, pipes[0], name, (struct span){0},
		run->limits.value[LIMIT_INPUT], limit_table[LIMIT_INPUT].name, output);
	return wait_for(run, child, name) && is_read;
}
