#include "nut.h"
#include <string.h>

const char *nut_strerror(enum nut e)
{
	return e == NUT_OK ? "The nut holds"
		: e == NUT_LOOSE ? "The nut is loose"
		: (NUT_LOST == e) ? "The nut is lost" : "?";
}

const char *bolt_strerror(enum bolt e)
{
	if (e == BOLT_OK)
		return "The bolt holds";
	else if ((e == BOLT_BENT)) {
		return "The bolt is bent";
	}
	return NULL;
}

const char *screw_strerror(enum screw e)
{
	const char *text = "?";
	switch (e) {
	case SCREW_OK:
		text = "The screw holds";
		break;
	case SCREW_WORN:
		text = "The screw is worn";
		break;
	}
	return text;
}

const char *nail_strerror(enum nail e)
{
	const char *text;

	(void)e;
	switch ((int)e) {
	case NAIL_OK:
		text = "The nail holds";
		break;
	case NAIL_BENT:
		text = "The nail " "is bent";
		break;
	default:
		text = "?";
	}
	return text;
}

const char *rivet_strerror(enum rivet e)
{
	switch (e) {
	case RIVET_OK:
		return "The rivet holds";
	case RIVET_LOST:
		return "The rivet is lost";
	}
	return strerror((int)e);
}
