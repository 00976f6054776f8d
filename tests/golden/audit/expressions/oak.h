#define LOW 7
enum {
	OAK_FINE = 1,
	OAK_AGAIN = - EAGAIN,
	OAK_OLD = 5 - (HIGH - 0x2),
	OAK_DRY = LOW+1,
	OAK_BENT = BENT
};
#define OAK_HIGH HIGH
