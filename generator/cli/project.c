#include "cli/project.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/folder.h"
#include "cli/command.h"

/* Whether the folder above may be looked into: it is another one, and nobody else's. */
static bool
is_own_above(void)
{
	struct stat here, above;
	if (stat(".", &here) != 0 || stat("..", &above) != 0) {
		return false;
	}
	struct disk_file file = disk_file_of(&here);
	return !disk_file_is(&file, &above) && above.st_uid == geteuid() &&
		(above.st_mode & S_IWOTH) == 0;
}

/* Goes up to the nearest folder with a spec; returns how many steps, or 0 if there is none. */
static unsigned
climb(void)
{
	unsigned steps = 0;
	while (run_default_spec().length == 0) {
		struct stat top;
		if (lstat(".git", &top) == 0 || !is_own_above() || chdir("..") != 0) {
			return 0;
		}
		steps++;
	}
	return steps;
}

/* The last steps of a path, with a slash behind them. */
static struct str
last_steps(struct arena *arena, struct str path, unsigned steps)
{
	size_t at = path.length;
	while (at > 0 && steps > 0) {
		at--;
		steps -= path.data[at] == '/';
	}
	return ARENA_JOIN(arena, str_skip(path, at + 1), STR("/"));
}

/* The way up, for people. */
static struct str
way_up(struct arena *arena, unsigned steps)
{
	struct str way = STR("..");
	while (--steps > 0) {
		way = ARENA_JOIN(arena, way, STR("/.."));
	}
	return way;
}

static void
rebase_arguments(struct run *run, struct str prefix)
{
	bool are_paths = run->command->arguments_are == ARGUMENTS_INPUTS;
	for (uint32_t i = 0; are_paths && i < run->arguments.count; i++) {
		struct str *path = &VEC_AT(&run->arguments, struct str, i);
		*path = options_rebased(&run->arena, *path, prefix);
	}
}

void
project_enter(struct run *run)
{
	static char here[FOLDER_PATH];
	bool tells_build = run->options.depfile.length > 0 || run->options.stamp.length > 0;
	if (!run->command->is_of_project || tells_build || run_named_spec(run).length > 0 ||
		getcwd(here, sizeof(here)) == NULL) {
		return;
	}
	int start = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	unsigned steps = start < 0 ? 0 : climb();
	if (steps > 0) {
		struct str prefix = last_steps(&run->arena, str_from(here), steps);
		options_rebase(&run->options, &run->arena, prefix);
		rebase_arguments(run, prefix);
		run->project = way_up(&run->arena, steps);
	} else if (start >= 0 && fchdir(start) != 0) {
		run->project = STR("");
	}
	disk_close(start);
}
