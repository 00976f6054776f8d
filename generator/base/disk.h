/*
 * Disk: system calls on files that go on after interruptions, and whole files in memory. Nothing
 * is reported here.
 */
#ifndef ERRSPEC_BASE_DISK_H
#define ERRSPEC_BASE_DISK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/table.h"

/* A file on disk, however it is called; all 0: none. */
struct disk_file {
	uint64_t device, number;
};

/* The file that a status is of. */
struct disk_file disk_file_of(const struct stat *status);

/* Whether a status is of the file. */
bool disk_file_is(const struct disk_file *file, const struct stat *status);

/* Notes the file of a status in a table of such; false if it is there already. */
bool disk_file_note(struct table *files, struct arena *arena, const struct stat *status);

/* Whether the file of a status is in the table. */
bool disk_file_is_noted(const struct table *files, const struct stat *status);

/* openat(2), again after interruptions. */
int disk_openat(int folder, const char *path, int flags, mode_t mode);

/* Closes a descriptor if it is one, and leaves errno alone. */
void disk_close(int descriptor);

/* Whether an open file is a pipe, the bytes of which come once. */
bool disk_is_pipe(int descriptor);

/* Reads up to `size` bytes, again after interruptions; fewer only at the end; -1 on errors. */
ssize_t disk_read(int descriptor, char *bytes, size_t size);

/*
 * Reads to the end or until `limit` bytes are exceeded, in which case one byte more is there. False
 * with errno set.
 */
bool disk_read_to_end(int descriptor, uint64_t limit, struct buf *buf);

/* Whether what is left of an open file are these bytes; false too where it cannot be read. */
bool disk_holds(int descriptor, struct str text);

/* Writes all bytes, again after interruptions and short writes; false with errno set. */
bool disk_write(int descriptor, const char *bytes, size_t size);

/*
 * Reads a whole regular file into the arena; false and no text if it cannot, or if it is another
 * one than `file`, unless that is none.
 */
bool
disk_slurp(struct arena *arena, struct str path, const struct disk_file *file, struct str *text);

#endif
