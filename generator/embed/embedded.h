/* The files that the program carries in itself: its templates and its own diagnostics. */
#ifndef ERRSPEC_EMBED_EMBEDDED_H
#define ERRSPEC_EMBED_EMBEDDED_H

#include "base/str.h"
#include "data/prepared.h"

/* A file, by its path below its top-level folder: "c/header.mustache". */
struct embedded_file {
	struct str path;
	struct str bytes;
};

/* The events of a file that is YAML, by where its bytes are. */
struct embedded_events {
	const char *bytes;
	struct prepared prepared; /* without events where the build had no reader of YAML */
};

/* Sorted by the bytes of the path; made when the program is built. */
extern const struct embedded_file embedded_files[];
extern const size_t embedded_count;

/* The last one has no bytes. */
extern const struct embedded_events embedded_events[];

/* The bytes of a file, or a slice whose data is NULL where there is none of this path. */
struct str embedded_find(struct str path);

/* The events of the very bytes that a file here has; none for all others, such as copies. */
struct prepared embedded_prepared(struct str bytes);

#endif
