#if 0
#define DEAD_ZERO 1
enum { DEAD_ENUM };
#else
#define LIVE_ELSE 2
#endif

#define KNOWN 3
#ifdef KNOWN
#define LIVE_KNOWN 4
#else
#define DEAD_KNOWN 5
#endif

#ifndef DEFAULT
#define DEFAULT 6
#endif
#ifdef DEFAULT
#define LIVE_DEFAULT (DEFAULT + 1)
#else
#define DEAD_DEFAULT 0
#endif

#if KNOWN > 2 && defined(KNOWN)
#define LIVE_MATH 8
#elif defined(OTHER)
#define DEAD_MATH 9
#endif

#if defined(WINDOWS) || KNOWN < 3
#define SYSTEM_CODE 10
#elif defined(BEOS)
#define SYSTEM_CODE 11
#else
#define SYSTEM_CODE 10
#endif

#ifdef WINDOWS
#define BASE 1000
#else
#define BASE 2000
#endif
#define BASED (BASE + 1)
#define UNBASED 12

#if defined(UNDONE)
#undef KNOWN
#endif
#ifdef KNOWN
#define MAYBE_KNOWN 13
#endif

enum counted {
	COUNTED_A,
#ifdef EXTRA
	COUNTED_EXTRA,
#endif
	COUNTED_B,
	COUNTED_C = 20,
#ifdef EXTRA
	COUNTED_D,
#else
	COUNTED_E,
#endif
	COUNTED_F
};

#ifdef __cplusplus
extern "C" {
#endif
enum linked { LINKED = 30 };
#ifdef __GNUC__
#define GUESSED (__GNUC__ * 10)
#else
#define GUESSED 0
#endif
#ifdef __cplusplus
}
#endif
#if 1
#define OPEN 1
#endif

/* One branch has no integer. */
#if defined(HALF_KNOWN)
#define HALF_CALLED 1024
#else
#define HALF_CALLED getpagesize()
#endif
#ifdef HALF_KNOWN
#define HALF_TEXT "text"
#else
#define HALF_TEXT 9
#endif
