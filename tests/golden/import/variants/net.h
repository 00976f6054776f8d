#ifndef NET_H
#define NET_H

/* What the net says. */
enum net_error {
	/* All is well. */
	NET_OK = 0,
	/* Nobody answers. */
#ifdef _WIN32
	NET_TIMED_OUT = -4039,
#elif defined(__APPLE__) /* and its kin */
	NET_TIMED_OUT = -60,
#else
	NET_TIMED_OUT = -110,
#endif
#if !defined(NET_OLD) && NET_VERSION >= 2 // since then
	NET_REFUSED = 0x6f, /* It says no. */
#else
	NET_REFUSED = -0x10,
#endif
	NET_GONE = 5 /* It is gone. */
};

/* What is noted besides. */
#ifndef _WIN32
#define NOTE_EMPTY 1u /* Nothing is noted. */
#else
#define NOTE_EMPTY 4000000000u
#endif
#define NOTE_FULL 2u /* There is no room. */

/* The same number in two of three branches. */
#ifdef _WIN32
#define WIDE_TOP 7
#elif defined(__APPLE__)
#define WIDE_TOP 8
#else
#define WIDE_TOP 7
#endif

/* No condition of the form, no branch for all else, and one branch without a number. */
#if NET_VERSION / 2 == 1
#define BARE_CALL 20
#else
#define BARE_CALL 21
#endif
#ifdef _WIN32
#define BARE_SOME 30
#elif defined(__APPLE__)
#define BARE_SOME 31
#endif
#ifdef _WIN32
#define BARE_GAP 40
#elif defined(__APPLE__)
#else
#define BARE_GAP 41
#endif

#endif
