/* A small tree of files of a fuzzer's own, and the whole program run in it, in this process. */
#ifndef ERRSPEC_TESTS_TREE_H
#define ERRSPEC_TESTS_TREE_H

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"

#include "fuzz.h"

/* The program's main, which the build gives this name here. */
int errspec_main(int count, char **arguments);

static char tree_path[] = "/tmp/errspec-fuzz-XXXXXX";

static inline int
tree_remove(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status, (void)type;
	return walk->level == 0 ? 0 : remove(path);
}

/* Takes everything out of the tree. */
static inline void
tree_clear(void)
{
	fuzz_demand(nftw(tree_path, tree_remove, 16, FTW_DEPTH | FTW_PHYS) == 0);
}

static inline void
tree_close(void)
{
	tree_clear();
	rmdir(tree_path);
}

/* Makes an empty tree, once in a process, the working directory from then on. */
static inline void
tree_open(void)
{
	static bool is_open;
	if (!is_open) {
		is_open = true;
		fuzz_demand(mkdtemp(tree_path) != NULL && chdir(tree_path) == 0);
		atexit(tree_close);
	}
	tree_clear();
}

/* Makes a file, with the folders above it. */
static inline void
tree_put(const char *path, struct str text)
{
	char folder[64];
	for (const char *slash = path; (slash = strchr(slash, '/')) != NULL; slash++) {
		snprintf(folder, sizeof(folder), "%.*s", (int)(slash - path), path);
		mkdir(folder, 0777);
	}
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	fuzz_demand(file >= 0 && disk_write(file, text.data, text.length) && close(file) == 0);
}

/* Whether a file is there, and holds this and nothing else. */
static inline bool
tree_holds(struct arena *arena, const char *path, struct str text)
{
	struct str found;
	return disk_slurp(arena, str_from(path), &(struct disk_file){0}, &found) &&
		str_equal(found, text);
}

/* Runs the program with the words, which end in NULL, and returns its status. */
static inline int
tree_run(const char *const *words)
{
	char *arguments[16] = {0};
	int count = 0;
	for (; words[count] != NULL; count++) {
		arguments[count] = (char *)(uintptr_t)words[count];
	}
	int status = errspec_main(count, arguments);
	fuzz_demand(status >= 0 && status <= 2);
	return status;
}

#define TREE_RUN(...) tree_run((const char *const[]){"errspec", __VA_ARGS__, NULL})

#endif
