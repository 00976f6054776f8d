#define A_OK 0
#define A_BAD (-2)
#define A_BIG 0x80000000u
