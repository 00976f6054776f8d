enum mug_error { MUG_OK = 0, MUG_LOST = 5 };
const char *mug_strerror(int e);
