/*
 * Beneath: files that are opened below a folder, and never out of it by "..", an absolute path or
 * a symbolic link, also while others move folders about. Links that stay below the folder are
 * followed, on every system in the same way, unless they lead to a name that tools obey: what is
 * behind those is neither written nor shown.
 */
#ifndef ERRSPEC_BASE_BENEATH_H
#define ERRSPEC_BASE_BENEATH_H

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>

/* Where the system cannot open a file for nothing but reference, reading does as well. */
#ifndef O_PATH
#define O_PATH 0
#endif

enum { BENEATH_PATH = 4096 };

/* What errno says beside what the system says: EXDEV where a path leads out, and ... */
enum {
	BENEATH_OBEYED = EDOM, /* ... where a link leads to a name that tools obey */
	BENEATH_NOWHERE = ERANGE /* ... where a link stands in the way of a folder to be made */
};

/* Opens a file that is there, with flags of open(2). -1 with errno set. */
int beneath_open(int folder, const char *path, int flags);

/*
 * Writes to `plain` the path, without links on the way, of what `path` leads to, be it there or
 * not. False with errno set.
 */
bool beneath_resolve(int folder, const char *path, char plain[BENEATH_PATH]);

#endif
