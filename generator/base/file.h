/*
 * Files: reading inputs within a limit and opening paths that a file named. A path typed on the
 * command line is trusted; a path from a file is not, and is opened below a folder only.
 */
#ifndef ERRSPEC_BASE_FILE_H
#define ERRSPEC_BASE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/str.h"

/*
 * Opens a file or, for "-", standard input, for reading. A folder is refused. Returns a
 * descriptor, or -1 after a report at `from` (the place that named the path).
 */
int file_open_input(struct diag_sink *sink, struct str path, struct span from);

/*
 * As file_open_input for a path where a file is looked for although nobody named it: it stays below
 * the working directory.
 */
int file_open_default(struct diag_sink *sink, struct str path);

/* A folder below which inputs name others. */
struct file_base {
	struct str folder; /* with its slash; empty: the working directory */
	bool is_default; /* nobody named it: it stays below the working directory */
	bool follows_links; /* links below it are trusted, wherever they lead */
};

/* Opens the folder to refer to files in it; -1 with errno set. */
int file_open_base(struct arena *arena, struct file_base base);

/* Opens a file below the folder, without waiting for the writer of a pipe; -1 with errno set. */
int file_open_in(struct arena *arena, struct file_base base, struct str path);

/*
 * As file_open_input for a path that an input named: below `base`, and never out of it by "..", an
 * absolute path or, unless links are trusted, a symbolic link.
 */
int
file_open_below(struct diag_sink *sink, struct file_base base, struct str path, struct span from);

/* As file_open_below; a path where nothing is gives -1 without a report. */
int file_open_optional(
	struct diag_sink *sink, struct file_base base, struct str path, struct span from);

/*
 * Reads all of an open file of at most `limit` bytes into the arena and closes it. False after a
 * report at `from` that names the limit `name`.
 */
bool file_read_all(struct diag_sink *sink, int descriptor, struct str path, struct span from,
	uint64_t limit, struct str name, struct str *text);

/*
 * Opens and reads all of an input ("-": standard input), of at most LIMIT_INPUT bytes, into the
 * arena. False after a report.
 */
bool file_read_input(
	struct diag_sink *sink, const struct limits *limits, struct str path, struct str *text);

/* Reports that a file could not be opened or read, by errno, at the place that named it. */
struct diag *file_report(struct diag_sink *sink, struct str path, struct span from, int error);

/* Why a file cannot be opened or read, from errno. */
struct str file_reason(int error);

/* Whether errno says that there is no such file to open, and not that nobody could look. */
bool file_is_none(int error);

/* Where a link below the working directory leads, from errno; empty: it is not about a link. */
struct str file_astray(int error);

#endif
