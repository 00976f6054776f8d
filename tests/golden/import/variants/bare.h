enum { BARE_SHORT = 1, BARE_LONG = 2 };
#ifdef _WIN32
#define BARE_USUAL BARE_LONG
#else
#define BARE_USUAL BARE_SHORT
#endif
