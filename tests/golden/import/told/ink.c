#include "ink.h"

/* Nothing of this is about an error. */
static const struct option { const char *name; int value; } options[] = { { "quiet", 1 }, { "loud", 2 } };
static const char *const months[] = { "January", "February", "March" };

/* Names are no messages. */
const char *
ink_name(ink_error e)
{
	switch (e) {
	case INK_OK: return "INK_OK";
	case INK_DRY: return "DRY";
	default: return "?";
	}
}

/* What the colours of lamps are called, and no message of this. */
const char *
ink_lamp_string(int lamp)
{
	switch (lamp) {
	case 0: return "lamp off";
	case -1: return "lamp broken";
	}
	return "no lamp";
}

const char *
ink_hint(ink_error e)
{
	switch (e) {
	case INK_DRY: return "fill it";
	default: return "look";
	}
}

static const char *colours[] = { "red", "blue", "green" };

const char *
ink_strerror(ink_error e)
{
	switch (e) {
	case PREFIX(OK):
		return "no error";
	case INK_DRY:
	case (INK_GONE):
		return _("the ink \"is\" " "dr\xc3\xbc\u00e4");
	case INK_LOW: {
		static const int least = 3;
		(void)least;
		return "lo\167 {ink}";
	}
	case -9:
		return "nine";
	case INK_WET:
		return "two\nlines";
	case INK_SOLD: return "sold";
	}
	return "Unknown error";
}
