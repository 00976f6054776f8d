const char *rod_strerror(int e) { return e > ROD_OK ? "?" : "!"; }
