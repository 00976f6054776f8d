static const struct { int level, code; const char *text; } cup_err_rows[] = {
	{CUP_LOW, CUP_OK, "All is well"},
	{CUP_HIGH, CUP_LOST, "The cup is lost"},
	{CUP_LOW, CUP_FULL, "The cup is full"},
};
