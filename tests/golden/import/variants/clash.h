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
