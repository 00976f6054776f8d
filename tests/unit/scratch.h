/* A folder of a test's own, as the working directory; and files in it. */
#ifndef ERRSPEC_TESTS_SCRATCH_H
#define ERRSPEC_TESTS_SCRATCH_H

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "bench.h"

struct scratch {
	char path[64];
};

static inline void
scratch_open(struct scratch *scratch)
{
	strcpy(scratch->path, "/tmp/errspec-test-XXXXXX");
	assert_non_null(mkdtemp(scratch->path));
	assert_int_equal(chmod(scratch->path, 0755), 0);
	assert_int_equal(chdir(scratch->path), 0);
}

static inline int
scratch_remove(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status, (void)type, (void)walk;
	return remove(path);
}

static inline void
scratch_close(struct scratch *scratch)
{
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(nftw(scratch->path, scratch_remove, 16, FTW_DEPTH | FTW_PHYS), 0);
}

static inline void
scratch_put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

/* The file's bytes, NULL where it is not there; free them. */
static inline char *
scratch_get(const char *path, size_t *length)
{
	FILE *file = fopen(path, "r");
	if (file == NULL) {
		return NULL;
	}
	struct stat status;
	assert_int_equal(fstat(fileno(file), &status), 0);
	*length = (size_t)status.st_size;
	char *text = calloc(1, *length + 1);
	assert_int_equal(fread(text, 1, *length, file), *length);
	fclose(file);
	return text;
}

static inline void
scratch_expect(const char *path, const char *text)
{
	size_t length;
	char *found = scratch_get(path, &length);
	assert_non_null(found);
	assert_string_equal(found, text);
	free(found);
}

/* What no file may replace, but this folder's own: a device, or a pipe where none may be. */
static inline void
scratch_put_device(const char *path)
{
	bool is_made = mknod(path, S_IFCHR | 0666, makedev(1, 3)) == 0;
	int device = is_made ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	if (device >= 0) {
		close(device);
		return;
	}
	if (is_made) {
		assert_int_equal(unlink(path), 0);
	}
	assert_int_equal(mkfifo(path, 0666), 0);
}

static inline bool
scratch_has(const char *path)
{
	struct stat status;
	return lstat(path, &status) == 0;
}

/* How many names a folder has, hidden ones too. */
static inline int
scratch_count(const char *path)
{
	int count = 0;
	DIR *folder = opendir(path);
	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	}
	closedir(folder);
	return count;
}

/* Unlike for every other file there is, and the same as long as nobody touches this one. */
static inline struct stat
scratch_stat(const char *path)
{
	struct stat status;
	assert_int_equal(stat(path, &status), 0);
	return status;
}

/* For tests with a bench in a folder of their own. */
struct world {
	struct bench bench;
	struct scratch scratch;
};

static inline int
world_set_up(void **state)
{
	static struct world world;
	bench_open(&world.bench);
	scratch_open(&world.scratch);
	*state = &world;
	return 0;
}

static inline int
world_tear_down(void **state)
{
	struct world *world = *state;
	scratch_close(&world->scratch);
	bench_close(&world->bench);
	return 0;
}

#endif
