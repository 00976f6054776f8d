/* Numbers that are reckoned from such as depend on a condition. */
#ifdef _WIN32
#define RECKONED_A 1
#else
#define RECKONED_A 20
#endif
#define RECKONED_B (RECKONED_A + 1)

enum sums {
#ifdef _WIN32
	SUMS_A = 5,
#else
	SUMS_A = 8,
#endif
	SUMS_B = SUMS_A + 10,
	SUMS_C = RECKONED_A + 100
};
