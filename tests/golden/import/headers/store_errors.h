#ifndef STORE_ERRORS_H
#define STORE_ERRORS_H

#define STORE_BASE 100

/* What a call of the store comes to. */
enum store_status {
	STORE_OK = 0,
	STORE_BUSY = STORE_BASE + 1, /* somebody else uses it */
	/** The disk is full. */
	STORE_FULL,
	STORE_NO_SPACE = STORE_FULL,
	STORE_LAST = -0x7f
};

/* How it is opened. */
enum store_mode {
	STORE_READ,
	STORE_WRITE = 1u << 2
};

#endif
