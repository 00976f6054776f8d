/* Enumerators that end with their branch, and without a comma. */
enum parted {
	PARTED_OK = 1,
#ifdef _WIN32
	PARTED_LAST = 2 /* it comes last */
#elif defined(__APPLE__)
	PARTED_LAST = 3
#else
	PARTED_LAST = 4
#endif
};
enum halved {
#ifdef _WIN32
	HALVED_A = 5
#else
	HALVED_A = 6
#endif
	,
	HALVED_B = 9
#ifdef NET_OLD
	, HALVED_C = 11
#else
	, HALVED_C = 12
#endif
};
