/* jug - pours water. */
#ifndef JUG_H
#define JUG_H

#include <stddef.h>

#define JUG_SIDES 1

/** What went wrong. */
typedef enum jug_error {
	/** It pours. */
	JUG_OK = 0x00,
	/** The jug is empty. */
	JUG_EMPTY = 0x01,
	JUG_DRY = JUG_EMPTY,
	/** The jug is cracked. */
	JUG_CRACKED = 0x10
} jug_error;

/* How full it is. */
enum jug_level {
	JUG_LOW = 1,
	JUG_HIGH = 2
};

size_t jug_pour(size_t cups); const char *jug_strerror(jug_error error);

#endif
