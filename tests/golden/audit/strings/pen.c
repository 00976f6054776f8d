static const char *const pens[] = { "one", "two", "three" };
const char *pen_text(enum pen e)
{
	switch (e) {
	case PEN_OK: return "The pen writes.";
	case PEN_DRY: return "The pen is empty.";
	case PEN_LOST: return _("The pen is " "lost.");
	case PEN_OWN: return "It is somebody's.";
	}
	return "Unknown";
}
/* expect 6:23 ES0775 */
const char *pen_colour_string(int colour)
{
	switch (colour) {
	case 0: return "red";
	case 1: return "blue";
	default: return "black";
	}
}
