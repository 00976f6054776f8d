const char *pen_strerror(enum pen_error e)
{
	switch (e) {
	case PEN_OK: return "The pen writes";
	case PEN_DRY: return "The pen is dry";
	}
	return "Nobody knows: \"it\" is {new}";
}
const char *pen_name(enum pen_error e)
{
	switch (e) {
	case PEN_OK: return "PEN_OK";
	case PEN_DRY: return "PEN_DRY";
	default: return "PEN_UNKNOWN";
	}
}
