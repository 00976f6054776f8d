#define CLOCK_SLOW 3
#define CLOCK_LATE 4
