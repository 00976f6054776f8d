enum halves {
#ifdef PARTED
	HALVES_A
#define HALVES_OTHER 3
#else
	HALVES_B
#endif
	= 5,
	HALVES_C = 6,
#ifdef PARTED
	HALVES_D = 8
#endif
	HALVES_E = 10
};
