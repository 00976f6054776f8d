#include "jug.h"

size_t jug_pour(size_t cups) { return cups; }

/* Never NULL. */
const char *jug_strerror(jug_error error)
{
	switch (error) {
	case JUG_OK:
		return "It pours.";
	case JUG_EMPTY:
		return "The jug is empty.";
	case JUG_CRACKED:
		return "The jug is cracked.";
	default:
		break;
	}
	return "Nobody knows.";
}

/* The last line has no end. */
int jug_last;