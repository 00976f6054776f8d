#include "attr.h"

const char *_attr_strerror(enum attr code)
{
	switch (code) {
	case ATTR_UNSPEC: return "nothing";
	case ATTR_SIZE: return "its size";
	default: return "?";
	}
}

const char *mode_strerror(enum mode mode)
{
	switch (mode) {
	case __MODE_INVALID: return "none";
	case MODE_INVALID: return "invalid";
	case MODE_ON: return "on";
	default: return "?";
	}
}
