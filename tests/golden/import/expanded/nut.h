#define NUT_HARD 1 /* The nut is hard. */
#define NUT_SOFT 2
