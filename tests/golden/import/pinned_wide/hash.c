#include "hash.h"

const char *hash_strerror(hash_error code)
{
	switch (code) {
	case HASH_OK:
		return "fine";
	case HASH_BAD:
		return "bad";
	case HASH_FORCE:
		return "forced";
	default:
		break;
	}
	return "Unknown error";
}
