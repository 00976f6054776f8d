/* No compiler takes these; the rest is read all the same. */
#define
#define 5
#undef
#undef 5
#unknown directive
#else
#elif 1
#endif
#define BROKEN_HASH_FIRST ## 5
#define BROKEN_HASH_LAST 5 ##
#define BROKEN_OPEN(a, b
#define BROKEN_TEXT "open
#if
#define BROKEN_IF 1
#endif
#if 1 +
#define BROKEN_HALF 2
#endif
#ifdef
#define BROKEN_IFDEF 3
#endif
#if BROKEN_CALL(
#define BROKEN_CALLED 4
#endif
enum broken {
	BROKEN_A = ,
	BROKEN_B = 2 +,
	5,
	BROKEN_C,
};
enum { BROKEN_D
