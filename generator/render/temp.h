/*
 * Temporary files: what an output is written to before it takes its place. Where the system can,
 * they have no name until then, so that not even a killed run leaves one behind.
 */
#ifndef ERRSPEC_RENDER_TEMP_H
#define ERRSPEC_RENDER_TEMP_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/str.h"

enum { TEMP_NAME = 32 };

struct temp {
	int descriptor; /* -1: none, or closed */
	char name[TEMP_NAME]; /* in its folder; "" while it has none */
};

/* No file at all. */
#define TEMP_NONE ((struct temp){.descriptor = -1})

/* Makes a file without a name on the disk of `folder`. False where that is impossible. */
bool temp_open_unnamed(struct temp *temp, int folder);

/*
 * Makes a file with a random name in `folder`, one that temp_is_name does not take for its own:
 * it may be there while another run commits. False with errno set.
 */
bool temp_open_named(struct temp *temp, int folder);

/* Finishes writing. A file without a name stays open, because closing would remove it. */
bool temp_end(struct temp *temp);

/* Gives a file without a name a random one in `folder`; false with errno set. */
bool temp_link(struct temp *temp, int folder);

/* Appends the first `length` bytes of another file; false with errno set. */
bool temp_copy(struct temp *temp, int from, uint64_t length);

/* Fills `name` with a name for the length of a commit, which nobody can guess; false with errno. */
bool temp_random_name(char name[TEMP_NAME]);

/* Whether temp_random_name makes such names. */
bool temp_is_name(struct str name);

/* Removes the file; `folder` is the one that it has its name in. */
void temp_discard(struct temp *temp, int folder);

#endif
