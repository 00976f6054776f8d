/* STG_SLOW in a comment, and 41888 */
#include "codes.h"
const char *text = "STG_SLOW \" in a text, 41003";
int a(int x) { return x == 41003 ? STG_SLOW : -41002; }
int b(void) { return (41888); }
int c(void) { return 1.41003 + 0x7 + 41003.5 + .5; }
int d(void) { return STG_NOBODY + STG_SLOW(1) + STG_FULL + NET_ + STG_; }
int e[] = {41001, 41777, 52002, 0xA029, 0x1FFFF, 41003u, 41003UL, 41003x};
char f = '\'', g = '4';
// the line goes on \
   41003 STG_SLOW
int h = STG_SLOW /* unclosed
   expect 5:23 ES0785
   expect 8:19 ES0785
