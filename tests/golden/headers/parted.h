/* Enumerators that end with their branch, and what counts on from them. */
enum counted {
	COUNTED_OK
#ifdef PARTED
	, COUNTED_MORE, COUNTED_MOST
#else
	, COUNTED_LESS
#endif
};
enum nested {
	NESTED_OK = 7,
#ifdef PARTED
#ifdef PARTED_MORE
	NESTED_A,
	NESTED_B
#else
	NESTED_C
#endif
#else
#define NESTED_OTHER 20
	NESTED_D = 30
#endif
	, NESTED_E
};
enum valued {
	VALUED_A
#ifdef PARTED
	= 4,
#else
	,
#endif
	VALUED_B
};
enum told {
#ifdef PARTED
	TOLD_A = 1
#else
	TOLD_A = 2
#endif
};
enum ended {
	ENDED_A
#ifdef PARTED
	= 4
#endif
	,
	ENDED_B
};
