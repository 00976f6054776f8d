#ifndef DEFINES_H
#define DEFINES_H 1

#define VERSION_STRING "1.2.3"
#define VERSION_FLOAT 1.25
#define VERSION_NUMBER 10203
#define API_PUBLIC __attribute__((visibility("default")))
#define EMPTY
#define CALL(x) ((x) + 1)

/*
 * Errors of the store
 * -------------------
 * What may go wrong.
 */

#define STORE_BASE 0x100
#define STORE_FULL (STORE_BASE + 1) /* The store is full. */
#define STORE_BUSY (STORE_BASE+CALL(1)) // The store is
					// busy.
#define STORE_AGAIN STORE_BUSY
#define STORE_LATER (STORE_LAST - 1)
#define STORE_LAST (STORE_BASE | 0xFF) /*!< The last one. */

/** Broken over \
 * lines. */
#define STORE_BRO\
KEN \
	(STORE_BASE \
	+ 7)

/* numbers */
#define NUMBER_OCTAL 0755
#define NUMBER_HEX 0xFFFFFFFF
#define NUMBER_LONG 4294967296
#define NUMBER_UNSIGNED 18446744073709551615ull
#define NUMBER_BINARY 0b1010'1010
#define NUMBER_MANY 1'000'000L
#define NUMBER_MINUS -5
#define NUMBER_CAST ((int)0x80004005L)
#define NUMBER_BYTE ((unsigned char)0x1FF)
#define NUMBER_SIGN (1 << 31)
#define NUMBER_WRAP (0u - 1)
#define NUMBER_NOT (~0)
#define NUMBER_CHOICE (sizeof(int) == 4 ? 1 : 2)
#define NUMBER_TERNARY (NUMBER_HEX > 0 ? 11 : 12)
#define NUMBER_LOGIC (!0 && 2 || 0)
#define NUMBER_MIXED (7 / 2 * 3 % 4 ^ 5 & 6 | 1 << 3 >> 1)
#define NUMBER_OVER (2147483647 + 1)
#define NUMBER_ZERO (1 / 0)

#define TOKENS 1 + 1
#define TOKENS_TWICE TOKENS * 2

#define GONE 1
#undef GONE
#define AGAIN 1
#undef AGAIN
#define AGAIN 2
#define MISSING_ALIAS EAGAIN
#define MISSING_CALL MAKE_ERROR(3, 4)
#define LOOP_A LOOP_B
#define LOOP_B LOOP_A
#define pointer ((void *)0)
#define POINTER ((char *)-1)
#define lower other_function
#endif
