# 1 "nut.h"
#define NUT_HARD 1
#define NUT_SOFT 2
