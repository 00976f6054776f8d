const char *ink_strerror(int code)
{
	switch (code) {
	case INK_OK: return "all is {well}";
	case INK_DRY: return "dry {name}";
	case INK_LOW: return "low {{x}} {{y}} {";
	}
	return 0;
}
