enum pen_error { PEN_OK, PEN_DRY };
const char *pen_strerror(enum pen_error e);
const char *pen_name(enum pen_error e);
