/* As headers of a kernel count: the constant behind the last one, and a macro for the last. */
#ifndef __ATTR_H
#define __ATTR_H

enum attr {
	ATTR_UNSPEC,
	ATTR_SIZE,
	__ATTR_MAX
};
#define ATTR_MAX (__ATTR_MAX - 1)

enum {
	CMD_GET = 1,
	CMD_SET = 2,

	/* kept last */
	__CMD_AFTER_LAST,
	CMD_MAX = __CMD_AFTER_LAST - 1
};

/* Not behind the last: it has a name of its own. */
enum mode {
	__MODE_INVALID,
	MODE_INVALID,
	MODE_ON
};

const char *_attr_strerror(enum attr code);
const char *mode_strerror(enum mode mode);

#endif
