#ifndef INK_H
#define INK_H
#define PREFIX(x) INK_##x
typedef enum ink_error {
	INK_OK = 0, /* all is well */
	INK_DRY = -1,
	INK_LOW = -2, /* not much is left */
	INK_GONE = -3,
	INK_WET = -4,
} ink_error;
#define INK_EMPTY INK_GONE /* as it was called */
enum ink_colour { INK_RED, INK_BLUE, INK_GREEN };
#define INK_PENS 40
INK_API const char *ink_strerror(ink_error e);
#endif
