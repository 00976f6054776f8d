enum clash {
#ifdef _WIN32
	CLASH_A = 5, /* five there */
#else
	CLASH_A = 1, /* one here */
#endif
	CLASH_B = 5, /* five */
	CLASH_C = 6 /* six */
};
enum mixed {
#ifdef _WIN32
	MIXED_A = 3000000000, /* much there */
#else
	MIXED_A = 1, /* one here */
#endif
	MIXED_B = -5 /* less */
};
#ifdef _WIN32
#define PART_LOST (-30)
#else
#define PART_LOST (-31)
#endif
enum told {
	TOLD_LOST = PART_LOST, /* told by a macro */
	TOLD_HALF = PART_LOST + 3, /* told by more */
	TOLD_OK = 0 /* told here */
};
