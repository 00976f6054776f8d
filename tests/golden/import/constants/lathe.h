/**
 * @file
 * @brief What a lathe answers.
 */
/* clang-format off */
enum lathe_error {
	/* clang-format off */
	LATHE_JAMMED = 1, /* NOLINT */
	/* The chuck is open. */
	/* NOLINTNEXTLINE(readability) */
	LATHE_OPEN = 2, // cppcheck-suppress unusedStructMember
	LATHE_HOT = 3, /* lint !e749 */
	/* *INDENT-OFF* */
	LATHE_COLD = 4,
	/* clang-format on */
};
/* IWYU pragma: end_exports */

/* How many of them there are at the very most */
#define LATHE_SPEED_SLOW 1 /* ten turns a minute */
#define LATHE_SPEED_FAST 2 /* a hundred turns */

/* The tools as they are called in the shop */
#define LATHE_TOOL_KNIFE 1 /* it cuts */
#define LATHE_TOOL_FILE 2 /* coverity[dead_error] */

/* Never change these, as machines in the field know them */
#define LATHE_KEPT 1 /* kept */
#define LATHE_GIVEN 2 /* given away */

#define LATHE_OFF 0
#define LATHE_ON 1
#define LATHE_STILL LATHE_OFF
/* whether it turns */

#define LATHE_LEFT 0
#define LATHE_RIGHT 1
