/*
 * Folders that outputs go to. Paths stand below a base: AT_FDCWD for a path typed on the command
 * line, which is trusted and may lead anywhere; any other base confines them, symbolic links
 * included. Failures leave errno set; nothing is reported here.
 */
#ifndef ERRSPEC_BASE_FOLDER_H
#define ERRSPEC_BASE_FOLDER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/table.h"
#include "base/vec.h"

enum { FOLDER_PATH = 4096 };

/* A path with a NUL behind it, for system calls. */
struct folder_name {
	char bytes[FOLDER_PATH];
};

/* The root of a run's outputs, and the folders that it has made, so that it can take them back. */
struct folders {
	struct arena *arena;
	struct str path; /* of the root */
	int base; /* that the root's path stands below; AT_FDCWD: it is trusted */
	int root; /* the root's descriptor, -1 while it is not there */
	int spool; /* a file that many temps share, -1 while there is none; see temp.h */
	struct vec made; /* struct folder_made, parents first */
	struct vec kept; /* struct folder_kept: folders that stay open */
	struct table kept_at[2]; /* where each stands, by its path; [1]: of trusted paths */
	uint32_t kept_max; /* beyond as many, the last one gives way to the next */
};

/*
 * False with ENAMETOOLONG for a path that no system call takes, ENOENT for one with a NUL; the name
 * is empty then, so that it names nothing.
 */
bool folder_name(struct folder_name *name, struct str path);

/* Opens a folder to refer to files in it; "" is the base. -1 on failure. */
int folder_open(int base, struct str path);

/*
 * Opens the folder of what is called so, and names it there by its last step. The path is one that
 * folder_name takes.
 */
int folder_open_last(int base, struct str path, struct folder_name *last);

/* Opens the folder, or the nearest one above it that is there. */
int folder_nearest(int base, struct str path);

/* Opens the folder, making it and those above it where they are missing. */
int folder_make(struct folders *folders, int base, struct str path);

/*
 * Opens a folder that stays open, so that nothing decides any more which folder it is, and that
 * nobody but folder_leave closes; beyond `kept_max` only until the next one is entered. The path
 * must outlive it. -1 on failure.
 */
int folder_enter(struct folders *folders, int base, struct str path);

/* As folder_enter, making the folder and those above it where they are missing. */
int folder_enter_new(struct folders *folders, int base, struct str path);

/* Closes the folders that were entered. */
void folder_leave(struct folders *folders);

/* Opens the root, which is not open yet, making it where it is missing. */
int folder_root(struct folders *folders);

/* Removes the folders that were made, but those that somebody else uses meanwhile. */
void folder_unmake(struct folders *folders);

/* Removes a folder and those above it, below the base, as long as they are empty. */
void folder_remove_empty(int base, struct str path);

/* The part of a path behind its last slash. */
struct str folder_last(struct str path);

#endif
