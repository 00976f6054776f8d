enum a_err { A_OK, A_BAD };
const char *a_strerror(enum a_err e);
