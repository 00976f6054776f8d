/* Conditions that are spelt over lines, and with comments between. */
#if defined(_WIN32) /* there */ && defined(NET_OLD)
#define SPELT_BEHIND 1
#else
#define SPELT_BEHIND 2
#endif
#if defined(_WIN32) /* there */ && \
	!defined(NET_OLD) // or \
	not
#define SPELT_JOINED 3
#elif defined(NET_OLD) /* then */ || defined(__APPLE__)/**/
#define SPELT_JOINED 4
#else
#define SPELT_JOINED 5
#endif
#if defined(_WIN32) /* on
two lines */ || def\
ined(NET_OLD)
#define SPELT_PARTED 6
#else
#define SPELT_PARTED 7
#endif
#ifdef /* or
not */ __APPLE__ // there
#define SPELT_NAMED 8
#else
#define SPELT_NAMED 9
#endif
