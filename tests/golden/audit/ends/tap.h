enum {
	TAP_OPEN,
	TAP_SHUT,
	__TAP_MAX
};
#define TAP_MAX (__TAP_MAX - 1)
#define TAP_DRIP 5
#define TapWet 6
#define TAP_LOST 7
#define __TAP_LOST 9
