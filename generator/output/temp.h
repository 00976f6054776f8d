/*
 * Temporary files: what an output is written to before it takes its place. They have no name until
 * all outputs are there, so that a run that is killed before leaves nothing behind; and a name that
 * temp_is_name knows from then on.
 */
#ifndef ERRSPEC_OUTPUT_TEMP_H
#define ERRSPEC_OUTPUT_TEMP_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/str.h"

enum { TEMP_NAME = 40 };

/* Who changes the files beside it: a run all below its root, or one by itself. */
enum temp_kind { TEMP_OF_RUN, TEMP_ALONE };

struct temp {
	int descriptor; /* -1: none, or closed */
	char name[TEMP_NAME]; /* in its folder; "" while it has none */
	enum temp_kind kind;
	bool is_spooled; /* a part of a file that many share */
	uint64_t start; /* of the part */
	uint64_t length; /* what was written so far */
	mode_t mode; /* of a spooled file, once it has a name; 0: as any new file */
};

/* No file at all. */
#define TEMP_NONE ((struct temp){.descriptor = -1})

/* Makes a file without a name on the disk of `folder`. False where that is impossible. */
bool temp_open_unnamed(struct temp *temp, int folder);

/*
 * Opens a file that many temps share, on the disk of `folder`, also where there are no files
 * without a name. -1 with errno set.
 */
int temp_open_spool(int folder);

/* Begins a temp at the end of a spool, which outlives it; false with errno set. */
bool temp_open_spooled(struct temp *temp, int spool);

/* Sets the mode that the file is to have; false with errno set. */
bool temp_set_mode(struct temp *temp, mode_t mode);

/* Appends bytes; false with errno set. */
bool temp_write(struct temp *temp, const char *bytes, size_t size);

/* Gives the file a random name in `folder` and closes it; false with errno set. */
bool temp_link(struct temp *temp, int folder);

/* Appends `length` bytes of another file, from `start` on; false with errno set. */
bool temp_copy(struct temp *temp, int from, uint64_t start, uint64_t length);

/* Fills `name` with one for the length of a commit, which nobody can guess; false with errno. */
bool temp_random_name(char name[TEMP_NAME], enum temp_kind kind);

/* Whether it is a name of temps of this kind. */
bool temp_is_name(struct str name, enum temp_kind kind);

/* Removes the file; `folder` is the one that it has its name in. */
void temp_discard(struct temp *temp, int folder);

#endif
