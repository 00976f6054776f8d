#define E_OK 0
#define E_IO -5
#define E_MEM -12

const char *e_strerror(int err);
