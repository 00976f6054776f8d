#define B_LOW -2
#define B_LOWER -3
const char *b_strerror(int b);
