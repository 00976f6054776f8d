/*
 * Sandbox: what the process may do with files from the moment that it is entered, held by the
 * kernel (Landlock, version 3 or later: Linux 6.2). Nothing is allowed but what was named before:
 * no file is opened, made, cut, renamed or removed elsewhere, no program starts, and, where the
 * kernel knows how, no TCP port is used. What is open stays open. There is no way out.
 */
#ifndef ERRSPEC_BASE_SANDBOX_H
#define ERRSPEC_BASE_SANDBOX_H

#include <stdbool.h>

#include "base/str.h"

struct sandbox {
	int rules; /* a descriptor of the kernel's */
	int version; /* of the kernel's Landlock */
};

enum sandbox_right {
	SANDBOX_READ, /* a file, or all below a folder */
	SANDBOX_WRITE /* to read, make, change and remove files and folders below a folder */
};

/* Begins one. False where the kernel has none that holds; `*reason` says why. */
bool sandbox_open(struct sandbox *sandbox, struct str *reason);

/* Allows this for what the descriptor stands for, which may be a pipe. False with errno set. */
bool sandbox_allow(struct sandbox *sandbox, int descriptor, enum sandbox_right right);

/* Confines the process and closes the sandbox. False with errno set. */
bool sandbox_enter(struct sandbox *sandbox);

/* Gives up a sandbox that was not entered. */
void sandbox_close(struct sandbox *sandbox);

#endif
