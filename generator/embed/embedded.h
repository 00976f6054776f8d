/* The files that the program carries in itself: its templates and its own diagnostics. */
#ifndef ERRSPEC_EMBED_EMBEDDED_H
#define ERRSPEC_EMBED_EMBEDDED_H

#include "base/str.h"

/* A file, by its path below its top-level folder: "c/header.mustache". */
struct embedded_file {
	struct str path;
	struct str bytes;
};

/* Sorted by the bytes of the path; made when the program is built. */
extern const struct embedded_file embedded_files[];
extern const size_t embedded_count;

/* The bytes of a file, or a slice whose data is NULL where there is none of this path. */
struct str embedded_find(struct str path);

#endif
