#ifndef ONE_H
#define ONE_H
#include "x\y.h"
enum one { ONE_A = 1, /* first */ ONE_B /* second */ };
extern ONE_API const char *one_strerror(enum one) NOTHROW;
extern	const char *one_name(enum one the_code);
const char *one_both(enum one code, int style);
const char *one_much(unsigned long long int short code);
const char one_letter(enum one code);
char *one_plain(enum one code);
const char **one_list(enum one code);
const char *(*one_pointer)(enum one code);
const char *one_none(void);
const char *one_nothing();
const char *one_array[2];
#endif
