#include "dev_numbers.h"
enum dev_error {
	DEV_OK = 0,
	DEV_AGAIN = -DEV__AGAIN, /* Ask again. */
	DEV_BIG = DEV__BIG, /* It is too big. */
	DEV_LAST = (DEV__BIG+DEV__AGAIN) - 1, /* The last of them. */
	DEV_SHIFTED = DEV__BIG << 1 /* What no spec can say. */
};
