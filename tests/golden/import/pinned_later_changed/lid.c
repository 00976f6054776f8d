#include "lid.h"

const char *lid_strerror(enum lid_error code)
{
	switch (code) {
	case LID_OK:
		return "The lid is fine";
	case LID_STUCK:
		return "The lid is stuck";
	default:
		break;
	}
	return "Unknown error";
}
