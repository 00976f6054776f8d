/* A word with bytes that are no character is no name. */
enum e {
	E_GOOD = 1, /* café */
	E_CAFÉ = 2,
	Áß = 3,
	E_LAST = 4
};
#define š˜ 02
#define E_NULL 0
