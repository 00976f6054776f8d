#ifndef LID_H
#define LID_H

enum lid_error {
	LID_OK = 0,
	LID_STUCK = 0x10
};

const char *lid_strerror(enum lid_error code);

#endif
