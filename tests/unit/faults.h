/*
 * System calls that fail when a test wants them to. Those of the program that this is linked into
 * go through it; while nothing is armed they do what they always do.
 */
#ifndef ERRSPEC_TESTS_FAULTS_H
#define ERRSPEC_TESTS_FAULTS_H

#include <stdbool.h>

enum fault_call {
	FAULT_OPENAT,
	FAULT_OPENAT2,
	FAULT_CLOSE,
	FAULT_READ,
	FAULT_PREAD,
	FAULT_WRITE,
	FAULT_LSEEK,
	FAULT_FSTAT,
	FAULT_FSTATAT,
	FAULT_STAT,
	FAULT_LSTAT,
	FAULT_FCHMOD,
	FAULT_LINKAT,
	FAULT_RENAMEAT,
	FAULT_RENAMEAT2,
	FAULT_UNLINKAT,
	FAULT_MKDIRAT,
	FAULT_READLINKAT,
	FAULT_DUP,
	FAULT_FLOCK,
	FAULT_FDOPENDIR,
	FAULT_READDIR,
	FAULT_GETENTROPY,
	FAULT_MEMORY,
	FAULT_CALLS
};

/* What a system may be without. */
enum fault_lack {
	LACK_UNNAMED = 1, /* files without a name */
	LACK_LINK = 2, /* a way to give one a name */
	LACK_EXCHANGE = 4,
	LACK_BENEATH = 8, /* openat2 */
};

enum { FAULT_END = -1 }; /* for an error: reading or writing gives no byte and no error */

struct fault {
	enum fault_call call;
	unsigned at; /* the one of this number fails, from 1; 0: none */
	int error;
	bool lasts; /* all that follow fail too */
};

/* Counts and fails from now on. */
void faults_arm(struct fault fault, unsigned lacks);

/* Stops; how many calls were made to fail, but for what the system lacked. */
unsigned faults_disarm(void);

#endif
