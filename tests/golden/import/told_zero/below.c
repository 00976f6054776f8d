const char *b_strerror(int b)
{
	switch (-b) {
	case 2: return "low";
	case 3: return "lower";
	default: return "?";
	}
}
