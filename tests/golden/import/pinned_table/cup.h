#ifndef CUP_H
#define CUP_H
/* What can go wrong with a cup. */
enum cup_error {
	CUP_OK = 0, /* All is well. */
	CUP_FULL, /* The cup {name} is full. */
	CUP_HOT, /* The cup is too hot. */
	CUP_ERROR_COUNT
};
const char *cup_strerror(int error);
#endif
