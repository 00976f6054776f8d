#ifndef PARTIAL_H
#define PARTIAL_H

/* What is not there in any case, and conditions that ask for it. */
#ifdef _WIN32
#define PARTIAL_THERE 1
#define PARTIAL_ALSO 2
#define PARTIAL_EMPTY
#endif
#ifdef PARTIAL_THERE
#define PARTIAL_MARK 59
#else
#define PARTIAL_MARK 58
#endif
#if defined(__APPLE__) || defined(PARTIAL_EMPTY)
#define PARTIAL_LINE 13
#else
#define PARTIAL_LINE 10
#endif

/* What is there in any case. */
#ifndef PARTIAL_GIVEN
#define PARTIAL_GIVEN 3
#endif
#ifdef _WIN32
#ifdef NET_OLD
#define PARTIAL_DEEP 4
#else
#define PARTIAL_DEEP 5
#endif
#else
#define PARTIAL_DEEP 4
#endif
#ifdef _WIN32
#define PARTIAL_SAME 6
#elif defined(__APPLE__)
#define PARTIAL_SAME 6
#else
#define PARTIAL_SAME 6
#endif
#if defined(__APPLE__) && PARTIAL_GIVEN < 3
#define PARTIAL_ASKED 7
#elif defined(NET_OLD) && PARTIAL_GIVEN > 2
#define PARTIAL_ASKED 8
#else
#define PARTIAL_ASKED 9
#endif

enum partial {
	PARTIAL_ALWAYS = 30,
#ifdef _WIN32
	PARTIAL_SOMETIMES = 31
#endif
};

#endif
