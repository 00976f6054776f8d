#ifndef FOUR-H
#define FOUR-H
#define FOUR_API
#define FOUR_FIRST 0x1
#define FOUR_SECOND 0X2
#define FOUR_THIRD (FOUR_SECOND + 1)
const char *FOUR_API FOUR_CALL FOUR_MORE four_error(int four_code);
const char *FOUR_API four_errname(int four_code) /* *\
/ the end */;
#endif
