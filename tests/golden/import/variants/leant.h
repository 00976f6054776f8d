/* Names that stand for one constant in one branch, and for another one in another. */
enum leant { LEANT_SHORT = 1, LEANT_LONG = 2 };
#ifdef _WIN32
#define LEANT_USUAL LEANT_LONG
#else
#define LEANT_USUAL LEANT_SHORT
#endif
/* One has the number in any case, one under a condition, and one with it. */
#ifdef _WIN32
#define LOOSE_ONE 11
#else
#define LOOSE_ONE 12
#endif
#define LOOSE_LIKE (LOOSE_ONE)
#define LOOSE_SAME 12
