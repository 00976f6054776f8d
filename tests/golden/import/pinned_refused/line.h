int bin_open(void); enum bin_error { BIN_OK, BIN_FULL };
